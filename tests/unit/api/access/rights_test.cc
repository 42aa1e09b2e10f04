#include "api/access/rights.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace madoguchi::api::access {
namespace {

using testing::HasSubstr;

const Role clerk = {"clerk",
                    "窓口担当",
                    {{"tax", Action::Read, false, false},
                     {"tax", Action::Change, true, false},
                     {"tax", Action::Remove, false, true}}};

Asker asker(std::vector<Role> roles) {
    return {"17", "税務課", std::move(roles), {"care-insurance", "tax"}};
}

Decision ask(Action action, std::string module, std::string department = "",
             std::string owner = "") {
    return decide(asker({clerk}),
                  {action, std::move(module), std::move(department), std::move(owner)});
}

TEST(Rights, AreDeniedUnlessGranted) {
    EXPECT_TRUE(ask(Action::Read, "tax").allowed);
    EXPECT_FALSE(ask(Action::Read, "care-insurance").allowed);
    EXPECT_FALSE(ask(Action::Print, "tax").allowed);
    EXPECT_FALSE(decide(asker({}), {Action::Read, "tax", "", ""}).allowed);
    EXPECT_FALSE(decide({}, {}).allowed);
}

TEST(Rights, HoldInOnesOwnDepartmentAndForOnesOwnCases) {
    EXPECT_TRUE(ask(Action::Change, "tax", "税務課").allowed);
    EXPECT_FALSE(ask(Action::Change, "tax", "福祉課").allowed);
    EXPECT_FALSE(ask(Action::Change, "tax").allowed);
    EXPECT_TRUE(ask(Action::Remove, "tax", "福祉課", "17").allowed);
    EXPECT_FALSE(ask(Action::Remove, "tax", "税務課", "18").allowed);
}

TEST(Rights, EndWithTheModule) {
    Asker person = asker({clerk});
    person.modules = {"care-insurance"};
    const Decision decision = decide(person, {Action::Read, "tax", "", ""});
    EXPECT_FALSE(decision.allowed);
    EXPECT_THAT(decision.reason.ja, HasSubstr("業務は使われていません"));
}

TEST(Rights, SayWhy) {
    EXPECT_THAT(ask(Action::Read, "tax").reason.ja, HasSubstr("窓口担当"));
    EXPECT_THAT(ask(Action::Change, "tax", "福祉課").reason.ja, HasSubstr("自分の課"));
    EXPECT_THAT(ask(Action::Remove, "tax", "", "18").reason.ja, HasSubstr("自分が担当"));
    EXPECT_THAT(ask(Action::Read, "care-insurance").reason.ja, HasSubstr("この業務については"));
    EXPECT_THAT(ask(Action::Audit, "").reason.ja, HasSubstr("許す役割がありません"));
    EXPECT_THAT(ask(Action::Read, "tax").reason.en, HasSubstr("allows it"));
}

TEST(Rights, OfSeveralRolesAddUp) {
    const Role auditor = {"auditor", "監査担当", {{"*", Action::Audit, false, false}}};
    EXPECT_TRUE(decide(asker({clerk, auditor}), {Action::Audit, "", "", ""}).allowed);
    EXPECT_TRUE(decide(asker({clerk, auditor}), {Action::Read, "tax", "", ""}).allowed);
}

TEST(Rights, FirstRolesKeepDutiesApart) {
    const auto of = [](const char* id) {
        for (const Role& role : first_roles()) {
            if (role.id == id) return asker({role});
        }
        ADD_FAILURE() << id;
        return asker({});
    };
    const auto may = [&](const char* role, Action action) {
        return decide(of(role), {action, "tax", "税務課", ""}).allowed;
    };
    EXPECT_TRUE(may("clerk", Action::Print));
    EXPECT_FALSE(may("clerk", Action::Export));
    EXPECT_FALSE(may("clerk", Action::Rights));
    EXPECT_TRUE(may("administrator", Action::Rights));
    EXPECT_FALSE(may("administrator", Action::Read)) << "who gives rights reads no person";
    EXPECT_FALSE(may("administrator", Action::Audit));
    EXPECT_TRUE(may("auditor", Action::Audit));
    EXPECT_FALSE(may("auditor", Action::Change));
}

TEST(Rights, DangerousActionsNeedASecondPerson) {
    for (const Action action : {Action::Export, Action::Erase, Action::Rights})
        EXPECT_TRUE(needs_second_person(action));
    for (const Action action : {Action::Read, Action::Search, Action::Change, Action::Print,
                                Action::Remove, Action::Administer, Action::Audit})
        EXPECT_FALSE(needs_second_person(action));
}

TEST(Rights, ActionsHaveWords) {
    EXPECT_EQ(action_of("print"), Action::Print);
    EXPECT_EQ(action_of("magic"), std::nullopt);
    EXPECT_EQ(word_of(Action::Erase), "erase");
}

}  // namespace
}  // namespace madoguchi::api::access
