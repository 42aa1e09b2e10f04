// The way of a member of staff through the door, on both engines.
#include "api/access/staff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/tenants/register.h"
#include "tests/unit/api/access/staff_fixture.h"

namespace madoguchi::api::access {
namespace {

using testing::ElementsAre;

INSTANTIATE_TEST_SUITE_P(Engines, StaffTest, testing::Values("sqlite", "postgresql"),
                         [](const auto& info) { return info.param; });

TEST_P(StaffTest, ComeInByInvitationPasswordAndCode) {
    EXPECT_EQ(enrol_one().size(), 10u);
    const std::string token = come_in();
    const auto recognised = recognise(door(), token);
    ASSERT_EQ(code_of(recognised), "");
    EXPECT_EQ(recognised->account.name, "見本　花子");
    EXPECT_THAT(recognised->account.roles, ElementsAre("clerk"));
    EXPECT_EQ(code_of(sign_out(door(), token)), "");
    EXPECT_EQ(code_of(recognise(door(), token)), "access.signed-out");
    EXPECT_THAT(actions(),
                ElementsAre("account.invited", "account.enrolled", "sign-in", "sign-out"));
}

TEST_P(StaffTest, AnInvitationIsForOnceAndForAWeek) {
    const std::string code = invite_one();
    EXPECT_EQ(code_of(sign_in(door(), right())), "access.refused");
    Enrolment wrong = typed(new_code());
    EXPECT_EQ(code_of(enrol(door(), wrong)), "access.refused");
    wrong = typed(code);
    wrong.totp_code = "000000";
    EXPECT_EQ(code_of(enrol(door(), wrong)), "access.refused");
    wrong = typed(code);
    wrong.login = "a101";
    EXPECT_EQ(code_of(enrol(door(), wrong)), "access.refused");
    wrong = typed(code);
    wrong.password = "password";
    EXPECT_EQ(code_of(enrol(door(), wrong)), "access.password-short");
    EXPECT_EQ(code_of(enrol(door(), typed(code))), "");
    EXPECT_EQ(code_of(enrol(door(), typed(code))), "access.refused");
    const std::string late = invite_one("a102");
    now_ += 7 * 24h;
    EXPECT_EQ(code_of(enrol(door(), typed(late, "a102"))), "access.refused");
}

TEST_P(StaffTest, AreRefusedWithoutAReason) {
    enrol_one();
    SignIn wrong = right();
    wrong.password = "another horse battery";
    const auto by_password = sign_in(door(), wrong);
    wrong = right();
    wrong.code = "000000";
    const auto by_code = sign_in(door(), wrong);
    wrong = right();
    wrong.login = "nobody";
    const auto by_login = sign_in(door(), wrong);
    ASSERT_FALSE(by_password.ok() || by_code.ok() || by_login.ok());
    EXPECT_EQ(to_line(by_password.findings().front()), to_line(by_code.findings().front()));
    EXPECT_EQ(to_line(by_password.findings().front()), to_line(by_login.findings().front()));
    EXPECT_EQ(code_of(sign_in(door(), right())), "");
}

TEST_P(StaffTest, ACodeOpensOnce) {
    enrol_one();
    now_ += 1min;
    const SignIn once = right();
    EXPECT_EQ(code_of(sign_in(door(), once)), "");
    EXPECT_EQ(code_of(sign_in(door(), once)), "access.refused");
    now_ -= 1min;  // the clock is set back: an older code opens no more than the used one
    EXPECT_EQ(code_of(sign_in(door(), right())), "access.refused");
}

TEST_P(StaffTest, ARecoveryCodeOpensOnce) {
    const std::vector<std::string> codes = enrol_one();
    SignIn lost = right();
    lost.code = codes[3];
    EXPECT_EQ(code_of(sign_in(door(), lost)), "");
    EXPECT_EQ(code_of(sign_in(door(), lost)), "access.refused");
    lost.code = codes[4];
    lost.password = "another horse battery";
    EXPECT_EQ(code_of(sign_in(door(), lost)), "access.refused");
    lost.password = good_password;
    EXPECT_EQ(code_of(sign_in(door(), lost)), "");
}

TEST_P(StaffTest, WrongTriesLockTheAccountForAWhile) {
    enrol_one();
    SignIn wrong = right();
    wrong.password = "another horse battery";
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(code_of(sign_in(door(), wrong)), "access.refused");
    EXPECT_EQ(code_of(sign_in(door(), right())), "access.refused");
    now_ += 14min;
    EXPECT_EQ(code_of(sign_in(door(), right())), "access.refused");
    now_ += 2min;
    EXPECT_EQ(code_of(sign_in(door(), right())), "");
    EXPECT_THAT(actions(), testing::Contains("sign-in.locked"));
}

TEST_P(StaffTest, ASessionEndsByItself) {
    enrol_one();
    const std::string idle = come_in();
    now_ += 14min;
    EXPECT_EQ(code_of(recognise(door(), idle)), "");
    now_ += 14min;
    EXPECT_EQ(code_of(recognise(door(), idle)), "");
    now_ += 16min;
    EXPECT_EQ(code_of(recognise(door(), idle)), "access.signed-out");
    const std::string busy = come_in();
    for (int i = 0; i < 71; ++i) {
        now_ += 10min;
        ASSERT_EQ(code_of(recognise(door(), busy)), "") << i;
    }
    now_ += 11min;
    EXPECT_EQ(code_of(recognise(door(), busy)), "access.signed-out");
}

TEST_P(StaffTest, AForgedTokenIsNobodys) {
    enrol_one();
    const std::string token = come_in();
    for (std::size_t at = 0; at < token.size(); ++at) {
        std::string other = token;
        other[at] = other[at] == 'A' ? 'B' : 'A';
        EXPECT_EQ(code_of(recognise(door(), other)), "access.signed-out");
    }
    EXPECT_EQ(code_of(recognise(door(), "")), "access.signed-out");
    EXPECT_EQ(code_of(recognise(door(), token + "x")), "access.signed-out");
    EXPECT_EQ(code_of(recognise(door(), hash_token(token))), "access.signed-out");
}

TEST_P(StaffTest, AnotherTenantDoesNotKnowTheToken) {
    enrol_one();
    const std::string token = come_in();
    ASSERT_TRUE(
        create_tenant(*store_, {*TenantId::parse("tokyo"), "架空区", {}, {}, 1}, "operator").ok());
    EXPECT_EQ(code_of(recognise(door("tokyo"), token)), "access.signed-out");
    EXPECT_EQ(code_of(sign_in(door("tokyo"), right())), "access.refused");
    EXPECT_TRUE(staff_of(door("tokyo")).value().empty());
}

TEST_P(StaffTest, ChangesAreEffectiveAtOnce) {
    enrol_one();
    const std::string token = come_in();
    Account account = recognise(door(), token)->account;
    account.roles = {"auditor"};
    account.department = "監査課";
    EXPECT_EQ(code_of(change(door(), account, "account:boss")), "");
    EXPECT_THAT(recognise(door(), token)->account.roles, ElementsAre("auditor"));
    EXPECT_EQ(code_of(change(door(), account, "account:boss")), "store.changed-meanwhile");
    account.version += 1;
    account.login = "With Blanks";
    EXPECT_EQ(code_of(change(door(), account, "account:boss")), "access.wrong-account");
}

TEST_P(StaffTest, WhoLeavesIsOutAtOnceAndForEver) {
    const std::vector<std::string> codes = enrol_one();
    const std::string token = come_in();
    EXPECT_EQ(code_of(let_go(door(), account_id(), "account:boss")), "");
    EXPECT_EQ(code_of(recognise(door(), token)), "access.signed-out");
    now_ += 1min;
    EXPECT_EQ(code_of(sign_in(door(), right())), "access.refused");
    SignIn lost = right();
    lost.code = codes[0];
    EXPECT_EQ(code_of(sign_in(door(), lost)), "access.refused");
    EXPECT_EQ(staff_of(door()).value().front().state, Account::State::Left);
}

TEST_P(StaffTest, AResetEndsPasswordCodesAndSessions) {
    const std::vector<std::string> codes = enrol_one();
    const std::string token = come_in();
    const std::string code = reset(door(), account_id(), "account:boss").value();
    EXPECT_EQ(code_of(recognise(door(), token)), "access.signed-out");
    now_ += 1min;
    EXPECT_EQ(code_of(sign_in(door(), right())), "access.refused");
    SignIn lost = right();
    lost.code = codes[0];
    EXPECT_EQ(code_of(sign_in(door(), lost)), "access.refused");
    EXPECT_EQ(code_of(enrol(door(), typed(code))), "");
    EXPECT_NE(come_in(), "");
    EXPECT_EQ(code_of(reset(door(), "nobody", "account:boss")), "access.no-account");
}

TEST_P(StaffTest, DangerousActsAskForAFreshProof) {
    enrol_one();
    const std::string token = come_in();
    EXPECT_TRUE(recognise(door(), token)->is_freshly_proven);
    now_ += 11min;
    EXPECT_FALSE(recognise(door(), token)->is_freshly_proven);
    SignIn wrong = right();
    wrong.password = "another horse battery";
    EXPECT_EQ(code_of(prove_again(door(), token, wrong)), "access.refused");
    EXPECT_FALSE(recognise(door(), token)->is_freshly_proven);
    const auto anew = prove_again(door(), token, right());
    ASSERT_EQ(code_of(anew), "");
    EXPECT_TRUE(recognise(door(), *anew)->is_freshly_proven);
    EXPECT_EQ(code_of(recognise(door(), token)), "access.signed-out");
    enrol_one("a101");
    now_ += 11min;
    EXPECT_EQ(code_of(prove_again(door(), *anew, right("a101"))), "access.refused");
}

TEST_P(StaffTest, OfASuspendedTenantStayOutside) {
    enrol_one();
    const std::string token = come_in();
    TenantRecord tenant = get_tenant(*store_, door().tenant).value();
    tenant.state = TenantRecord::State::Suspended;
    ASSERT_TRUE(change_tenant(*store_, tenant, "operator").ok());
    now_ += 1min;
    EXPECT_EQ(code_of(sign_in(door(), right())), "access.suspended");
    EXPECT_EQ(code_of(recognise(door(), token)), "access.suspended");
}

TEST_P(StaffTest, ALoginBelongsToOnePerson) {
    invite_one();
    EXPECT_EQ(code_of(invite(door(), {"a100", "別人", "", {}}, "operator")), "store.exists");
    for (const NewAccount& wrong : std::vector<NewAccount>{{"", "名", "", {}},
                                                           {"A100", "名", "", {}},
                                                           {"a 100", "名", "", {}},
                                                           {"a101", "", "", {}},
                                                           {"a101", "二\n行", "", {}},
                                                           {"a101", "名", "", {"b", "a"}},
                                                           {std::string(65, 'a'), "名", "", {}}})
        EXPECT_EQ(code_of(invite(door(), wrong, "operator")), "access.wrong-account");
    EXPECT_EQ(staff_of(door()).value().size(), 1u);
}

TEST_P(StaffTest, NothingOfThemIsReadableInTheStore) {
    enrol_one();
    come_in();
    const auto read =
        store_->read(door().tenant, [&](store::Transaction& transaction) -> Result<Done> {
            for (const char* table : {"account", "credentials", "session"}) {
                std::string payload;
                transaction.session.sql << std::string("select payload from ") + table + " limit 1",
                    soci::into(payload);
                for (const std::string& secret :
                     {std::string("見本"), std::string("a100"), std::string("argon2"), secret_})
                    EXPECT_EQ(payload.find(secret), payload.npos) << table;
            }
            return Done{};
        });
    EXPECT_TRUE(read.ok());
}

TEST_P(StaffTest, AnOlderPasswordThatIsPutBackDoesNotOpen) {
    enrol_one();
    const auto payload = [&](const char* write) {
        std::string text;
        EXPECT_TRUE(store_
                        ->write(door().tenant,
                                [&](store::Transaction& transaction) -> Result<Done> {
                                    if (write != nullptr) {
                                        text = write;
                                        transaction.session.sql
                                            << "update credentials set payload = :payload",
                                            soci::use(text);
                                    } else {
                                        transaction.session.sql
                                            << "select payload from credentials",
                                            soci::into(text);
                                    }
                                    return Done{};
                                })
                        .ok());
        return text;
    };
    const std::string old = payload(nullptr);
    come_in();
    payload(old.c_str());
    now_ += 1min;
    EXPECT_EQ(code_of(sign_in(door(), right())), "store.damaged");
}

}  // namespace
}  // namespace madoguchi::api::access
