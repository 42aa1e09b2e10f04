// What was backed up comes back, on either engine and from one to the other.
#include "api/store/backup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "api/access/staff.h"
#include "api/jobs/queue.h"
#include "api/store/audit_table.h"
#include "api/store/backup_stream.h"
#include "api/store/settings.h"
#include "api/tenants/register.h"
#include "tests/support/store_on_disk.h"

namespace madoguchi::api::store {
namespace {

namespace fs = std::filesystem;

/// Everything that can be read, as one text.
std::string everything(Store& store) {
    std::string text;
    const auto tenants = list_tenants(store);
    EXPECT_TRUE(tenants.ok());
    for (const TenantRecord& tenant : *tenants) {
        text += tenant.id.text() + tenant.name + std::to_string(tenant.version) + '\n';
        const auto trail = store.verify_trail(tenant.id);
        EXPECT_TRUE(trail.ok() && trail->is_whole());
        text += std::to_string(trail->entries) + trail->last_chain + '\n';
        const access::CommonPasswords common =
            access::CommonPasswords::read("/usr/share/john/password.lst").value();
        const Clock clock = system_clock();
        const auto staff = access::staff_of({store, tenant.id, common, clock, {}});
        EXPECT_TRUE(staff.ok());
        for (const access::Account& account : *staff)
            text += account.login + account.name + '\n';
        jobs::Queue queue(store, tenant.id, clock);
        const auto jobs = queue.list();
        EXPECT_TRUE(jobs.ok());
        for (const jobs::Job& job : *jobs)
            text += job.id + job.payload + '\n';
    }
    return text;
}

class BackupTest : public testing::TestWithParam<std::string> {
  protected:
    BackupTest()
        : file_(fs::temp_directory_path() / ("madoguchi-backup-" + std::to_string(::getpid()))) {
        fs::remove(file_);
    }
    ~BackupTest() override { fs::remove(file_); }

    void SetUp() override {
        store_ = disk_.open().value();
        ASSERT_TRUE(
            create_tenant(*store_, {*TenantId::parse("tokyo"), "架空区", {}, {}, 1}, "operator")
                .ok());
        const access::CommonPasswords common =
            access::CommonPasswords::read("/usr/share/john/password.lst").value();
        const Clock clock = system_clock();
        for (const char* login : {"a100", "a101"})
            ASSERT_TRUE(access::invite({*store_, minato_, common, clock, {}},
                                       {login, "見本　花子", "市民課", {"clerk"}}, "operator")
                            .ok());
        ASSERT_TRUE(
            jobs::Queue(*store_, minato_, clock).put({.kind = "print", .payload = "{}"}, "x").ok());
    }

    template <typename T>
    static std::string code_of(const Result<T>& outcome) {
        return outcome.ok() ? "" : outcome.findings().front().code;
    }

    /// Settings of an empty store that has the same master key.
    StoreSettings empty_beside(const tests::EmptyStore& other) const {
        StoreSettings settings = read_store_settings(disk_.service_file()).value();
        settings.directory = other.directory();
        settings.connection = other.is_sqlite() ? "" : other.service_connection();
        settings.owner_connection = other.is_sqlite() ? "" : other.owner_connection();
        return settings;
    }

    std::string bytes() const {
        std::ifstream in(file_, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void put(const std::string& bytes) const { std::ofstream(file_, std::ios::binary) << bytes; }

    const TenantId minato_ = tests::StoreOnDisk::minato();
    const tests::StoreOnDisk disk_{GetParam()};
    std::unique_ptr<Store> store_;
    const fs::path file_;
};

INSTANTIATE_TEST_SUITE_P(Engines, BackupTest, testing::Values("sqlite", "postgresql"),
                         [](const auto& info) { return info.param; });

TEST_P(BackupTest, OfAllComesBackOnEitherEngine) {
    const auto copied = write_backup(*store_, std::nullopt, file_, "operator");
    ASSERT_EQ(code_of(copied), "");
    EXPECT_EQ(copied->tenants, 2);
    const std::string before = everything(*store_);
    for (const char* engine : {"sqlite", "postgresql"}) {
        SCOPED_TRACE(engine);
        const tests::EmptyStore other(engine);
        const StoreSettings settings = empty_beside(other);
        const auto restored = restore_all(settings, file_);
        ASSERT_EQ(code_of(restored), "");
        EXPECT_EQ(restored->rows, copied->rows);
        {
            const auto opened = Store::open(settings, system_clock());
            ASSERT_EQ(code_of(opened), "");
            EXPECT_EQ(everything(**opened), before);
            EXPECT_TRUE((*opened)->verify_trail(TenantId::control())->is_whole());
        }
        EXPECT_EQ(code_of(restore_all(settings, file_)), "backup.not-empty");
    }
}

TEST_P(BackupTest, HoldsNothingThatCanBeRead) {
    ASSERT_EQ(code_of(write_backup(*store_, std::nullopt, file_, "operator")), "");
    const std::string file = bytes();
    EXPECT_THAT(file, testing::StartsWith("madoguchi backup 1 first\n"));
    for (const char* word : {"見本", "minato", "account", "a100", "架空区", "audit"})
        EXPECT_EQ(file.find(word), file.npos) << word;
    EXPECT_EQ(code_of(write_backup(*store_, std::nullopt, file_, "operator")), "output.exists");
    EXPECT_EQ(bytes(), file);
}

TEST_P(BackupTest, OneTenantGoesToAStoreThatDoesNotHaveIt) {
    ASSERT_EQ(code_of(write_backup(*store_, minato_, file_, "operator")), "");
    EXPECT_EQ(code_of(restore_tenant(*store_, minato_, file_, "operator")), "store.exists");
    const tests::EmptyStore other("sqlite");
    const StoreSettings settings = empty_beside(other);
    EXPECT_EQ(code_of(restore_all(settings, file_)), "backup.one-tenant");
    ASSERT_EQ(code_of(Store::create(settings)), "");
    const auto opened = Store::open(settings, system_clock());
    ASSERT_EQ(code_of(opened), "");
    EXPECT_EQ(code_of(restore_tenant(**opened, *TenantId::parse("tokyo"), file_, "operator")),
              "backup.no-tenant");
    ASSERT_EQ(code_of(restore_tenant(**opened, minato_, file_, "operator")), "");
    EXPECT_EQ(list_tenants(**opened)->size(), 1u);
    EXPECT_TRUE((*opened)->verify_trail(minato_)->is_whole());
    EXPECT_THAT(everything(**opened), testing::HasSubstr("a101見本　花子"));
    EXPECT_EQ(code_of(write_backup(*store_, *TenantId::parse("nobody"), file_.string() + "2", "x")),
              "store.no-tenant");
    EXPECT_FALSE(fs::exists(file_.string() + "2"));
}

TEST_P(BackupTest, AChangedOrCutFileRestoresNothing) {
    ASSERT_EQ(code_of(write_backup(*store_, std::nullopt, file_, "operator")), "");
    const std::string whole = bytes();
    const tests::EmptyStore other("sqlite");
    const StoreSettings settings = empty_beside(other);
    const auto attempt = [&](const std::string& changed) {
        put(changed);
        return code_of(restore_all(settings, file_));
    };
    for (std::size_t at = 0; at < whole.size(); at += at < 200 ? 1 : 97) {
        std::string changed = whole;
        changed[at] ^= 4;
        EXPECT_NE(attempt(changed), "") << at;
        EXPECT_NE(attempt(whole.substr(0, at)), "") << at;
    }
    EXPECT_EQ(attempt(whole + "x"), "backup.damaged");
    EXPECT_EQ(attempt(""), "backup.malformed");
    EXPECT_FALSE(fs::exists(settings.directory / "control.db"));
    EXPECT_EQ(attempt(whole), "");
}

}  // namespace
}  // namespace madoguchi::api::store
