// A service that is killed at any moment has kept what it said it had kept, and nothing by halves.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "api/tenants/register.h"
#include "tests/support/process.h"
#include "tests/support/shell.h"
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

void on_cluster(const std::string& what, const std::string& place) {
    const Said said = shell(std::string("bash ") + MADOGUCHI_SOURCE_DIR +
                            "/tests/support/postgresql_cluster.sh " + what + ' ' + place + " 2>&1");
    ASSERT_EQ(said.status, 0) << said.output;
}

/// The database itself dies in mid-transaction, under a load and under a service that stays.
TEST(DatabaseKilled, HasKeptWhatWasSaidAndTheServiceGoesOn) {
    const std::string place = "/tmp/madoguchi-crash-" + std::to_string(::getpid());
    ::setenv("MADOGUCHI_TEST_CLUSTER", place.c_str(), 1);
    {
        const StoreOnDisk store("postgresql");
        const fs::path said =
            fs::temp_directory_path() / ("madoguchi-said-" + std::to_string(::getpid()));
        const auto stays = store.open();
        ASSERT_TRUE(stays.ok());
        const auto write = [&] {
            return (*stays)->write(StoreOnDisk::minato(), [](api::store::Transaction& transaction) {
                return transaction.note({"account:2", "person.read", "person:1", "{}"});
            });
        };
        std::mt19937 random(5);
        std::int64_t kept = 0;
        for (int cycle = 0; cycle < MADOGUCHI_CYCLES / 4; ++cycle) {
            ASSERT_TRUE(write().ok());
            fs::remove(said);
            Process load({MADOGUCHI_STORE_LOAD, store.service_file()}, [&] {
                const int out = ::open(said.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
                ::dup2(out, STDOUT_FILENO);
                ::dup2(::open("/dev/null", O_WRONLY), STDERR_FILENO);
            });
            std::this_thread::sleep_for(std::chrono::milliseconds(60 + random() % 200));
            on_cluster("crash", place);
            ASSERT_EQ(load.wait(), 1) << "it had words for the loss of its database";
            const auto lost = write();
            EXPECT_TRUE(lost.ok() || lost.findings().front().code == "store.unavailable");
            ASSERT_TRUE(write().ok()) << "the next one goes through";
            const auto trail = (*stays)->verify_trail(StoreOnDisk::minato());
            ASSERT_TRUE(trail.ok());
            EXPECT_TRUE(trail->is_whole());
            const std::int64_t ours = lost.ok() ? 3 : 2;
            const std::int64_t now = trail->entries - kept - ours;
            EXPECT_GE(now, last_said(said)) << cycle;
            EXPECT_LE(now, last_said(said) + 1) << cycle;
            kept = trail->entries;
        }
        fs::remove(said);
    }
    on_cluster("stop", place);
    ::unsetenv("MADOGUCHI_TEST_CLUSTER");
}

}  // namespace
}  // namespace madoguchi::tests
