// What happens to the store's files behind its back is noticed, or changes nothing.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "api/store/audit_table.h"
#include "api/tenants/register.h"
#include "tests/fault/store/fill.h"
#include "tests/support/store_on_disk.h"

namespace madoguchi::tests {
namespace {

namespace fs = std::filesystem;
using api::store::Transaction;

/// Everything that can be read, as one text; findings when it cannot.
Result<std::string> everything(api::store::Store& store) {
    std::string text;
    const std::vector<api::TenantRecord> tenants = TRY(api::list_tenants(store));
    std::vector<api::TenantId> scopes = {api::TenantId::control()};
    for (const api::TenantRecord& tenant : tenants) {
        text += tenant.id.text() + tenant.name + std::to_string(tenant.version);
        scopes.push_back(tenant.id);
    }
    for (const api::TenantId& scope : scopes) {
        const api::audit::Verdict verdict = TRY(store.verify_trail(scope));
        if (!verdict.is_whole()) return verdict.findings;
        TRY(store.read(scope, [&](Transaction& transaction) -> Result<Done> {
            api::store::AuditTable table(transaction.session);
            return table.each(1, [&](const api::audit::KeptEntry& entry) -> Result<Done> {
                const std::string details =
                    TRY(api::audit::details_of(entry, scope, transaction.keys));
                text += entry.chain + details;
                return Done{};
            });
        }));
        TRY(store.write_checkpoint(scope));
    }
    return text;
}

Result<std::string> everything(const StoreOnDisk& store) {
    const auto opened = TRY(store.open());
    return everything(*opened);
}

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class StoreDamaged : public testing::Test {
  protected:
    void SetUp() override {
        const auto opened = store_.open();
        ASSERT_TRUE(opened.ok());
        for (int i = 0; i < 60; ++i)
            ASSERT_TRUE(add_entry(**opened, i).ok());
    }

    const StoreOnDisk store_{"sqlite"};
};

TEST_F(StoreDamaged, ByOneByteIsNoticedOrUnharmed) {
    const auto whole = everything(store_);
    ASSERT_TRUE(whole.ok());
    const fs::path copy = store_.data().string() + ".copy";
    fs::copy(store_.data(), copy, fs::copy_options::recursive);
    std::mt19937 random(7);
    int noticed = 0;
    for (int i = 0; i < MADOGUCHI_FLIPS; ++i) {
        fs::remove_all(store_.data());
        fs::copy(copy, store_.data(), fs::copy_options::recursive);
        std::vector<fs::path> files;
        for (const auto& entry : fs::recursive_directory_iterator(store_.data())) {
            const bool holds_data =
                entry.path().extension() != ".lock" && !entry.path().string().ends_with("-shm");
            if (entry.is_regular_file() && entry.file_size() > 0 && holds_data)
                files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
        const fs::path file = files[static_cast<std::size_t>(i) % files.size()];
        std::string bytes = content_of(file);
        const std::size_t at = random() % bytes.size();
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
        std::ofstream(file, std::ios::binary) << bytes;
        const auto read = everything(store_);
        if (!read.ok()) {
            ++noticed;
        } else {
            EXPECT_EQ(*read, *whole) << file.filename() << " at " << at;
        }
    }
    EXPECT_GT(noticed, 0);
    fs::remove_all(copy);
}

TEST_F(StoreDamaged, ByACutFileIsNoticedOrUnharmed) {
    const auto whole = everything(store_);
    ASSERT_TRUE(whole.ok());
    for (const char* name :
         {"control.db-wal", "tenants/minato.db-wal", "control.db", "tenants/minato.db"}) {
        const fs::path file = store_.data() / name;
        if (!fs::exists(file) || fs::file_size(file) == 0) continue;
        const std::string bytes = content_of(file);
        for (const std::size_t part : {0u, 1u, 2u, 3u}) {
            fs::resize_file(file, bytes.size() * part / 4);
            const auto read = everything(store_);
            EXPECT_TRUE(!read.ok() || *read == *whole) << name << ' ' << part;
            std::ofstream(file, std::ios::binary) << bytes;
        }
    }
}

/// Files cannot grow beyond a size, as on a disk that is full.
class FileLimit {
  public:
    explicit FileLimit(std::size_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileLimit(const FileLimit&) = delete;
    FileLimit& operator=(const FileLimit&) = delete;
    ~FileLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

  private:
    rlimit before_{};
};

TEST_F(StoreDamaged, AFileThatCannotGrowRefusesChangesAndLosesNothing) {
    ::signal(SIGXFSZ, SIG_IGN);
    const auto opened = store_.open();
    ASSERT_TRUE(opened.ok());
    int entries = 60;
    {
        const FileLimit limit(400 * 1024);
        const auto [kept, code] = fill(**opened);
        EXPECT_EQ(code, "store.disk");
        entries += kept;
        expect_whole(**opened, entries);
    }
    EXPECT_TRUE(add_entry(**opened, 1).ok());
    expect_whole(**opened, entries + 1);
}

}  // namespace
}  // namespace madoguchi::tests
