// Between two tenants stands a wall that no query of ours has to remember.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/empty_store.h"
#include "tests/unit/api/store/engine_fixture.h"

namespace madoguchi::api::store {
namespace {

class TenantWall : public EngineFixture {
  protected:
    void SetUp() override {
        EngineFixture::SetUp();
        for (const char* name : {"minato", "tokyo"}) {
            ASSERT_EQ(add(tenant(name)), "");
            ASSERT_TRUE(engine().make_room(id(name)).ok());
        }
    }

    std::string add_entry(const Scope& scope, int sequence) {
        return write(scope, [&](Session& session) -> Result<Done> {
            session.sql
                << "insert into audit_entry (sequence, occurred_at, actor, action, subject, "
                   "details, chain) values (:sequence, '', '', '', '', '', '')",
                soci::use(sequence);
            return Done{};
        });
    }

    int count(const Scope& scope) {
        int count = -1;
        const auto read = engine().read(scope, [&](Session& session) -> Result<Done> {
            session.sql << "select count(*) from audit_entry", soci::into(count);
            return Done{};
        });
        EXPECT_TRUE(read.ok()) << to_line(read.findings().front());
        return count;
    }
};

INSTANTIATE_TEST_SUITE_P(Engines, TenantWall, engines, engine_name);

TEST_P(TenantWall, EachSeesItsOwn) {
    EXPECT_EQ(add_entry(id("minato"), 1), "");
    EXPECT_EQ(add_entry(id("minato"), 2), "");
    EXPECT_EQ(add_entry(id("tokyo"), 1), "");
    EXPECT_EQ(count(id("minato")), 2);
    EXPECT_EQ(count(id("tokyo")), 1);
    EXPECT_EQ(add_entry(id("tokyo"), 1), "store.exists");
}

TEST_P(TenantWall, WhatIsWrittenDownStaysSo) {
    EXPECT_EQ(add_entry(id("minato"), 1), "");
    for (const char* statement :
         {"update audit_entry set actor = 'x'", "delete from audit_entry"}) {
        const std::string wrong = write(id("minato"), [&](Session& session) -> Result<Done> {
            session.sql << statement;
            return Done{};
        });
        EXPECT_THAT(wrong, testing::AnyOf("store.refused", "store.forbidden")) << statement;
    }
    EXPECT_EQ(count(id("minato")), 1);
}

TEST_P(TenantWall, WhatIsAboutAllTenantsIsApart) {
    EXPECT_EQ(add_entry(id("minato"), 1), "");
    EXPECT_EQ(count(control), 0);
    EXPECT_EQ(add_entry(control, 1), "");
    EXPECT_EQ(count(control), 1);
    EXPECT_EQ(count(id("minato")), 1);
    EXPECT_EQ(count(id("tokyo")), 0);
}

TEST_P(TenantWall, ANameIsNoWayIn) {
    for (const char* name :
         {"", "Minato", "../minato", "minato.db", "minato'", "-minato", "1minato", "minato minato",
          "見本", "abcdefghijklmnopqrstuvwxyzabcdefg"})
        EXPECT_FALSE(TenantId::parse(name)) << name;
}

class PostgresqlWall : public TenantWall {
  protected:
    std::string try_sql(const Scope& scope, const std::string& statement) {
        return write(scope, [&](Session& session) -> Result<Done> {
            session.sql << statement;
            return Done{};
        });
    }
};

INSTANTIATE_TEST_SUITE_P(Engines, PostgresqlWall, testing::Values("postgresql"), engine_name);

TEST_P(PostgresqlWall, AnotherTenantsRowsAreNotWritten) {
    EXPECT_EQ(try_sql(id("minato"),
                      "insert into audit_entry (tenant, sequence, occurred_at, actor, action, "
                      "subject, details, chain) values ('tokyo', 1, '', '', '', '', '', '')"),
              "store.forbidden");
    EXPECT_EQ(count(id("tokyo")), 0);
}

TEST_P(PostgresqlWall, TheServiceCannotChangeTheTables) {
    for (const char* statement :
         {"drop table audit_entry", "alter table audit_entry disable row level security",
          "drop policy of_one_tenant on audit_entry", "truncate audit_entry",
          "create table mine (id integer)", "alter table audit_entry add column more text"})
        EXPECT_EQ(try_sql(id("minato"), statement), "store.forbidden") << statement;
}

}  // namespace
}  // namespace madoguchi::api::store
