// A tenant's trail where it is really kept.
#include "api/store/audit_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "api/audit/trail.h"
#include "api/store/failure.h"
#include "api/store/tenant_key_table.h"
#include "tests/unit/api/store/engine_fixture.h"

namespace madoguchi::api::store {
namespace {

namespace fs = std::filesystem;

MasterKeys new_masters() {
    const fs::path file =
        fs::temp_directory_path() / ("madoguchi-audit-" + std::to_string(::getpid()));
    fs::remove(file);
    EXPECT_TRUE(make_master_key_file(file, "test").ok());
    const MasterKeys masters = MasterKeys::read(file).value();
    fs::remove(file);
    return masters;
}

class AuditTableTest : public EngineFixture {
  protected:
    void SetUp() override {
        EngineFixture::SetUp();
        ASSERT_EQ(add(tenant("minato")), "");
        ASSERT_TRUE(engine().make_room(minato_).ok());
    }

    std::string append(const audit::Entry& entry) {
        return write(minato_, [&](Session& session) { return append_in(session, entry); });
    }

    Result<Done> append_in(Session& session, const audit::Entry& entry) {
        AuditTable table(session);
        TRY(audit::append(table, minato_, keys_, system_clock(), entry));
        return Done{};
    }

    audit::Verdict verdict() {
        audit::Verdict verdict;
        const auto read = engine().read(minato_, [&](Session& session) -> Result<Done> {
            AuditTable table(session);
            verdict = TRY(audit::verify(table, keys_, {}));
            return Done{};
        });
        EXPECT_TRUE(read.ok());
        return verdict;
    }

    const TenantId minato_ = id("minato");
    const MasterKeys masters_ = new_masters();
    const TenantKeys keys_ =
        TenantKeys::unwrap(minato_, make_tenant_keys(minato_, masters_), masters_).value();
};

INSTANTIATE_TEST_SUITE_P(Engines, AuditTableTest, engines, engine_name);

TEST_P(AuditTableTest, KeepsTheTrail) {
    EXPECT_EQ(append({"account:17", "person.read", "person:4", R"({"from": "192.0.2.1"})"}), "");
    EXPECT_EQ(append({"account:17", "document.printed", "person:4", "{}"}), "");
    open();
    EXPECT_EQ(append({"account:18", "person.read", "person:4", "{}"}), "");
    EXPECT_TRUE(verdict().is_whole());
    EXPECT_EQ(verdict().entries, 3);
}

TEST_P(AuditTableTest, GoesWithWhatItIsAbout) {
    const std::string wrong = write(minato_, [&](Session& session) -> Result<Done> {
        TRY(append_in(session, {"a", "b", "c", "{}"}));
        return store_failure("test.changed-my-mind", {});
    });
    EXPECT_EQ(wrong, "test.changed-my-mind");
    EXPECT_EQ(verdict().entries, 0);
    EXPECT_EQ(append({"a", "b", "c", "{}"}), "");
    EXPECT_EQ(verdict().entries, 1);
}

TEST_P(AuditTableTest, ManyAtOnceMakeOneChain) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&, i] {
            for (int round = 0; round < 20; ++round)
                EXPECT_EQ(append({"account:" + std::to_string(i), "b", "c", "{}"}), "");
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_TRUE(verdict().is_whole());
    EXPECT_EQ(verdict().entries, 120);
}

TEST_P(AuditTableTest, WrappedKeysAreKeptForEachTenant) {
    std::vector<WrappedKey> wrapped = make_tenant_keys(minato_, masters_);
    ASSERT_EQ(add(tenant("tokyo")), "");
    ASSERT_EQ(write(control,
                    [&](Session& session) -> Result<Done> {
                        for (const WrappedKey& key : wrapped)
                            TRY(add_tenant_key(session, minato_, key));
                        return Done{};
                    }),
              "");
    wrapped[0].master = "other";
    ASSERT_EQ(
        write(control,
              [&](Session& session) { return replace_tenant_key(session, minato_, wrapped[0]); }),
        "");
    const auto read = engine().read(control, [&](Session& session) -> Result<Done> {
        const std::vector<WrappedKey> kept = TRY(tenant_keys(session, minato_));
        EXPECT_THAT(kept, testing::UnorderedElementsAreArray(wrapped));
        const std::vector<WrappedKey> others = TRY(tenant_keys(session, id("tokyo")));
        EXPECT_TRUE(others.empty());
        return Done{};
    });
    EXPECT_TRUE(read.ok());
    EXPECT_EQ(write(control,
                    [&](Session& session) { return add_tenant_key(session, minato_, wrapped[0]); }),
              "store.exists");
}

}  // namespace
}  // namespace madoguchi::api::store
