// A service that is killed at any moment has kept what it said it had kept, and nothing by halves.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "api/tenants/register.h"
#include "tests/support/process.h"
#include "tests/support/store_on_disk.h"

namespace madoguchi::tests {
namespace {

namespace fs = std::filesystem;

/// What the load has said last, in whole lines.
long last_said(const fs::path& file) {
    std::ifstream in(file);
    long last = 0;
    for (std::string line; std::getline(in, line);) {
        if (in.eof()) break;
        last = std::stol(line);
    }
    return last;
}

class StoreKilled : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Engines, StoreKilled, testing::Values("sqlite", "postgresql"),
                         [](const auto& info) { return info.param; });

TEST_P(StoreKilled, HasKeptWhatItSaid) {
    const StoreOnDisk store(GetParam());
    const fs::path said =
        fs::temp_directory_path() / ("madoguchi-said-" + std::to_string(::getpid()));
    std::mt19937 random(4);
    std::int64_t kept = 0;
    int version = 1;
    long most = 0;
    for (int cycle = 0; cycle < MADOGUCHI_CYCLES; ++cycle) {
        fs::remove(said);
        Process load({MADOGUCHI_STORE_LOAD, store.service_file()}, [&] {
            const int out = ::open(said.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
            ::dup2(out, STDOUT_FILENO);
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 180));
        load.send(SIGKILL);
        ASSERT_EQ(load.wait(), 128 + SIGKILL) << "it ended by itself in cycle " << cycle;
        const long acknowledged = last_said(said);
        most = std::max(most, acknowledged);
        const auto opened = store.open();
        ASSERT_TRUE(opened.ok()) << to_line(opened.findings().front());
        const auto trail = (*opened)->verify_trail(StoreOnDisk::minato());
        ASSERT_TRUE(trail.ok());
        EXPECT_TRUE(trail->is_whole()) << cycle;
        const std::int64_t now = trail->entries - kept;
        EXPECT_GE(now, acknowledged) << cycle;
        EXPECT_LE(now, acknowledged + 1) << cycle;
        kept = trail->entries;
        // The register and the operators' trail change together.
        const auto tenant = api::get_tenant(**opened, StoreOnDisk::minato());
        const auto operators = (*opened)->verify_trail(api::TenantId::control());
        ASSERT_TRUE(tenant.ok() && operators.ok());
        EXPECT_TRUE(operators->is_whole());
        EXPECT_EQ(operators->entries, tenant->version) << cycle;
        EXPECT_GE(tenant->version, version);
        version = tenant->version;
    }
    EXPECT_GT(most, 0) << "the load had no time";
    fs::remove(said);
}

}  // namespace
}  // namespace madoguchi::tests
