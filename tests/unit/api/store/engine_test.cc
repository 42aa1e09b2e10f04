// What every engine must hold, the same tests on each.
#include "api/store/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <soci/postgresql/soci-postgresql.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "api/store/failure.h"
#include "api/store/postgresql/engine.h"
#include "tests/unit/api/store/engine_fixture.h"

namespace madoguchi::api::store {
namespace {

using testing::ElementsAre;

class EngineTest : public EngineFixture {
  protected:
    /// What the service itself may not do.
    std::string as_owner(const char* statement) {
        if (store().is_sqlite()) {
            return write(control, [&](Session& session) -> Result<Done> {
                session.sql << statement;
                return Done{};
            });
        }
        soci::session owner(soci::postgresql, store().owner_connection());
        owner << statement;
        return "";
    }

    static TenantRecord minato() { return tenant("minato"); }
};

INSTANTIATE_TEST_SUITE_P(Engines, EngineTest, engines, engine_name);

TEST_P(EngineTest, KeepsWhatWasWritten) {
    EXPECT_EQ(add(minato()), "");
    EXPECT_EQ(find(id("minato")), minato());
    EXPECT_EQ(find(id("tokyo")), std::nullopt);
    open();
    EXPECT_EQ(find(id("minato")), minato());
}

TEST_P(EngineTest, UndoesWhatEndsInAFinding) {
    const std::string wrong = write(control, [&](Session& session) -> Result<Done> {
        TRY(add_tenant(session, minato(), proof()));
        return store_failure("test.changed-my-mind", {});
    });
    EXPECT_EQ(wrong, "test.changed-my-mind");
    EXPECT_EQ(find(id("minato")), std::nullopt);
}

TEST_P(EngineTest, UndoesWhatEndsInAnException) {
    const std::string wrong = write(control, [&](Session& session) -> Result<Done> {
        TRY(add_tenant(session, minato(), proof()));
        throw std::bad_alloc();
    });
    EXPECT_EQ(wrong, "store.failed");
    EXPECT_EQ(find(id("minato")), std::nullopt);
    EXPECT_EQ(add(minato()), "");
}

TEST_P(EngineTest, SaysWhatIsWrongWithoutRepeatingIt) {
    ASSERT_EQ(add(minato()), "");
    const auto twice = engine().write(
        control, [&](Session& session) { return add_tenant(session, minato(), proof()); });
    ASSERT_FALSE(twice.ok());
    EXPECT_EQ(twice.findings().front().code, "store.exists");
    EXPECT_THAT(to_line(twice.findings().front()), testing::Not(testing::HasSubstr("見本市")));
    const std::string refused = write(control, [](Session& session) -> Result<Done> {
        session.sql << "insert into tenant values ('x', '見本市', 'closed', '', 1, '')";
        return Done{};
    });
    EXPECT_EQ(refused, "store.refused");
    const std::string nonsense = write(control, [](Session& session) -> Result<Done> {
        session.sql << "select 見本市 from nowhere";
        return Done{};
    });
    EXPECT_EQ(nonsense, "store.failed");
}

TEST_P(EngineTest, GoesOnAfterAFailure) {
    ASSERT_EQ(write(control,
                    [](Session& session) -> Result<Done> {
                        session.sql << "no sql at all";
                        return Done{};
                    }),
              "store.failed");
    EXPECT_EQ(add(minato()), "");
}

TEST_P(EngineTest, DoesNotOverwriteWhatSomebodyElseChanged) {
    ASSERT_EQ(add(minato()), "");
    TenantRecord mine = minato(), theirs = minato();
    mine.name = "見本区";
    theirs.state = TenantRecord::State::Suspended;
    const auto change = [&](const TenantRecord& tenant) {
        return write(control, [&](Session& session) -> Result<Done> {
            TRY(change_tenant(session, tenant, proof()));
            return Done{};
        });
    };
    EXPECT_EQ(change(theirs), "");
    EXPECT_EQ(change(mine), "store.changed-meanwhile");
    mine = *find(id("minato"));
    EXPECT_EQ(mine.version, 2);
    mine.name = "見本区";
    EXPECT_EQ(change(mine), "");
    EXPECT_EQ(find(id("minato"))->state, TenantRecord::State::Suspended);
    EXPECT_EQ(find(id("minato"))->name, "見本区");
}

TEST_P(EngineTest, KeepsTextsExactly) {
    TenantRecord odd = minato();
    odd.name = "辻\U000E0102・邉\U000E010F 𠮷 か\u309A \uE000 '\"\\%_; drop table tenant; --";
    ASSERT_EQ(add(odd), "");
    EXPECT_EQ(find(odd.id)->name, odd.name);
}

TEST_P(EngineTest, ListsInOrder) {
    for (const char* name : {"c", "a", "b-2", "b-1"}) {
        TenantRecord tenant = minato();
        tenant.id = id(name);
        ASSERT_EQ(add(tenant), "");
    }
    std::vector<std::string> ids;
    const auto read = engine().read(control, [&](Session& session) -> Result<Done> {
        const std::vector<TenantRecord> tenants = TRY(all_tenants(session, proof()));
        for (const TenantRecord& tenant : tenants)
            ids.push_back(tenant.id.text());
        return Done{};
    });
    EXPECT_TRUE(read.ok());
    EXPECT_THAT(ids, ElementsAre("a", "b-1", "b-2", "c"));
}

TEST_P(EngineTest, DoesNotWriteWhileReading) {
    const auto outcome = engine().read(
        control, [&](Session& session) { return add_tenant(session, minato(), proof()); });
    EXPECT_THAT(code(outcome), "store.read-only");
    EXPECT_EQ(find(id("minato")), std::nullopt);
}

TEST_P(EngineTest, AReaderSeesOneStateWhateverIsWritten) {
    ASSERT_EQ(add(minato()), "");
    const auto read = engine().read(control, [&](Session& session) -> Result<Done> {
        const std::optional<TenantRecord> before = TRY(find_tenant(session, id("minato"), proof()));
        EXPECT_EQ(before, minato());
        TenantRecord changed = minato();
        std::thread([&] {
            EXPECT_EQ(write(control,
                            [&](Session& other) -> Result<Done> {
                                TRY(change_tenant(other, changed, proof()));
                                return Done{};
                            }),
                      "");
        }).join();
        const std::optional<TenantRecord> after = TRY(find_tenant(session, id("minato"), proof()));
        EXPECT_EQ(after, before);
        return Done{};
    });
    EXPECT_TRUE(read.ok());
    EXPECT_EQ(find(id("minato"))->version, 2);
}

TEST_P(EngineTest, ManyThreadsLoseNoChange) {
    ASSERT_EQ(add(minato()), "");
    std::atomic<int> kept = 0;
    const auto work = [&] {
        for (int i = 0; i < 25; ++i) {
            while (true) {
                const TenantRecord tenant = *find(id("minato"));
                const std::string wrong = write(control, [&](Session& session) -> Result<Done> {
                    TRY(change_tenant(session, tenant, proof()));
                    return Done{};
                });
                if (wrong.empty()) break;
                EXPECT_EQ(wrong, "store.changed-meanwhile");
            }
            ++kept;
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back(work);
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(find(id("minato"))->version, 1 + kept);
}

TEST_P(EngineTest, DoesNotBelieveWhatWasChangedBehindItsBack) {
    for (const char* change : {"name = '別市'", "state = 'suspended'", "modules = 'tax'",
                               "version = 7", "id = 'tokyo'", "proof = ''"}) {
        SCOPED_TRACE(change);
        ASSERT_EQ(add(minato()), "");
        ASSERT_EQ(write(control,
                        [&](Session& session) -> Result<Done> {
                            session.sql << std::string("update tenant set ") + change;
                            return Done{};
                        }),
                  "");
        const auto read = engine().read(control, [&](Session& session) -> Result<Done> {
            TRY(all_tenants(session, proof()));
            return Done{};
        });
        EXPECT_EQ(code(read), "store.damaged");
        ASSERT_EQ(as_owner("delete from tenant"), "");
    }
}

class SqliteStore : public EngineTest {};
INSTANTIATE_TEST_SUITE_P(Engines, SqliteStore, testing::Values("sqlite"), engine_name);

TEST_P(SqliteStore, BelongsToOneProcess) {
    const auto second = store().open();
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.findings().front().code, "store.in-use");
}

TEST_P(SqliteStore, IsForItsOwnerAlone) {
    namespace fs = std::filesystem;
    ASSERT_TRUE(engine().make_room(id("minato")).ok());
    for (const fs::path& directory : {store().directory(), store().directory() / "tenants"})
        EXPECT_EQ(fs::status(directory).permissions(), fs::perms::owner_all) << directory;
    for (const auto& entry : fs::recursive_directory_iterator(store().directory())) {
        if (!entry.is_regular_file()) continue;
        EXPECT_EQ(entry.status().permissions(), fs::perms::owner_read | fs::perms::owner_write)
            << entry.path();
    }
}

TEST_P(SqliteStore, OfATenantIsThereOnceRoomWasMade) {
    const Work nothing = [](Session&) { return Result<Done>(Done{}); };
    EXPECT_EQ(write(id("minato"), nothing), "store.no-tenant");
    ASSERT_TRUE(engine().make_room(id("minato")).ok());
    EXPECT_EQ(write(id("minato"), nothing), "");
    open();
    EXPECT_EQ(write(id("minato"), nothing), "");
    ASSERT_TRUE(engine().make_room(id("minato")).ok());
}

TEST_P(SqliteStore, OfANewerProgramIsLeftAlone) {
    ASSERT_EQ(write(control,
                    [](Session& session) -> Result<Done> {
                        session.sql
                            << "insert into schema_history values (9999, 'from the future')";
                        return Done{};
                    }),
              "");
    open_expecting("store.newer");
}

TEST_P(SqliteStore, ThatIsNoDatabaseIsAFinding) {
    close();
    std::filesystem::remove(store().directory() / "control.db-wal");  // it would mend the file
    std::ofstream(store().directory() / "control.db") << std::string(8192, 'x');
    open_expecting("store.damaged");
}

TEST_P(SqliteStore, ThatCannotBeMadeIsAFinding) {
    close();
    std::filesystem::remove_all(store().directory());
    std::ofstream(store().directory()) << "a file where a directory should be";
    open_expecting("store.unavailable");
}

class PostgresqlStore : public EngineTest {};
INSTANTIATE_TEST_SUITE_P(Engines, PostgresqlStore, testing::Values("postgresql"), engine_name);

TEST_P(PostgresqlStore, GoesOnAfterItsConnectionsWereCut) {
    ASSERT_EQ(add(minato()), "");
    const std::string cut = write(control, [](Session& session) -> Result<Done> {
        session.sql << "select pg_terminate_backend(pg_backend_pid())";
        return Done{};
    });
    EXPECT_EQ(cut, "store.unavailable");
    EXPECT_EQ(find(id("minato")), minato());
}

TEST_P(PostgresqlStore, ThatIsNotThereIsAFinding) {
    const auto opened = open_postgresql("host=/nowhere dbname=none");
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.findings().front().code, "store.unavailable");
}

TEST_P(PostgresqlStore, MayBeMigratedAgain) {
    EXPECT_TRUE(migrate_postgresql(store().owner_connection()).ok());
    open();
}

}  // namespace
}  // namespace madoguchi::api::store
