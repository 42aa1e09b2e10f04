// 年度替わり, on both engines.
#include "api/access/yearly_change.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/api/access/staff_fixture.h"

namespace madoguchi::api::access {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class YearlyChangeTest : public StaffTest {
  protected:
    static inline const std::string header = "職員番号,区分,氏名,所属,役割,発効日\n";

    static std::vector<StaffChange> changes(const std::string& lines) {
        auto read = read_staff_changes(header + lines, "staff.csv");
        EXPECT_TRUE(read.ok()) << (read.ok() ? "" : to_line(read.findings().front()));
        return read.ok() ? *read : std::vector<StaffChange>();
    }
    /// "code line" of each finding.
    static std::vector<std::string> wrong(const std::string& lines) {
        const auto read = read_staff_changes(header + lines, "staff.csv");
        std::vector<std::string> found;
        if (read.ok()) return found;
        for (const Diagnostic& finding : read.findings())
            found.push_back(finding.code);
        return found;
    }

    std::string table() {
        std::string text;
        const std::vector<Account> staff = staff_of(door()).value();
        for (const Account& account : staff) {
            text += account.login + ' ' + account.name + ' ' + account.department;
            for (const std::string& role : account.roles)
                text += ' ' + role;
            text += account.state == Account::State::Left ? " left\n" : "\n";
        }
        return text;
    }
};

INSTANTIATE_TEST_SUITE_P(Engines, YearlyChangeTest, testing::Values("sqlite", "postgresql"),
                         [](const auto& info) { return info.param; });

TEST_P(YearlyChangeTest, IsReadFromCsv) {
    const auto read = changes(
        "a100,異動,見本　花子,税務課,clerk;auditor,2027-04-01\n"
        "b200,退職,,,,2027-03-31\n");
    EXPECT_EQ(read, (std::vector<StaffChange>{
                        {2,
                         StaffChange::Kind::Move,
                         "a100",
                         "見本　花子",
                         "税務課",
                         {"auditor", "clerk"},
                         "2027-04-01"},
                        {3, StaffChange::Kind::Leave, "b200", "", "", {}, "2027-03-31"}}));
    EXPECT_EQ(read_changes(write_changes(read)), read);
}

TEST_P(YearlyChangeTest, SaysAllThatIsWrongAtOnce) {
    EXPECT_THAT(wrong("a100,異動,,課,king,2027-04-01\na100,退職,,,,2027-04\n"),
                ElementsAre("staff.no-name", "staff.role", "staff.twice", "staff.day"));
    EXPECT_THAT(wrong("a100,昇進,名,課,,2027-04-01\n").size(), 1u);
    EXPECT_THAT(wrong("a100,異動,名,課,\n").size(), 1u);
    const auto other = read_staff_changes("番号,区分\n", "staff.csv");
    ASSERT_FALSE(other.ok());
}

TEST_P(YearlyChangeTest, IsLookedAtBeforeItIsDone) {
    enrol_one("a100");
    enrol_one("b200");
    const std::string before = table();
    const auto seen = compare(staff_of(door()).value(),
                              changes("a100,異動,見本　花子,税務課,clerk,2027-04-01\n"
                                      "b200,異動,見本　花子,市民課,clerk,2027-04-01\n"
                                      "c300,採用,架空　次郎,福祉課,clerk,2027-04-01\n"));
    ASSERT_EQ(code_of(seen), "");
    EXPECT_EQ((*seen)[0].words, "異動: 市民課 → 税務課");
    EXPECT_EQ((*seen)[1].words, "");
    EXPECT_EQ((*seen)[2].words, "採用: 福祉課");
    EXPECT_EQ(table(), before);
    const auto wrong = compare(staff_of(door()).value(),
                               changes("a100,採用,名,課,,2027-04-01\nz900,退職,,,,2027-04-01\n"));
    ASSERT_FALSE(wrong.ok());
    EXPECT_EQ(wrong.findings()[0].code, "staff.there");
    EXPECT_EQ(wrong.findings()[1].code, "staff.unknown");
    EXPECT_THAT(wrong.findings()[1].message.ja, HasSubstr("3 行目"));
}

TEST_P(YearlyChangeTest, IsDoneAsAWholeAndUndoneAsAWhole) {
    enrol_one("a100");
    enrol_one("b200");
    const std::string before = table(), token = come_in("b200");
    const auto run = apply(door(),
                           changes("a100,異動,見本　花子,税務課,supervisor,2027-04-01\n"
                                   "b200,退職,,,,2027-04-01\n"
                                   "c300,採用,架空　次郎,福祉課,clerk,2027-04-01\n"),
                           "account:boss");
    ASSERT_EQ(code_of(run), "");
    EXPECT_EQ(table(),
              "a100 見本　花子 税務課 supervisor\nb200 見本　花子 市民課 clerk left\n"
              "c300 架空　次郎 福祉課 clerk\n");
    EXPECT_EQ(code_of(recognise(door(), token)), "access.signed-out");
    ASSERT_EQ(run->codes.size(), 1u);
    EXPECT_EQ(code_of(enrol(door(), typed(run->codes[0].code, "c300"))), "");
    EXPECT_EQ(code_of(undo(door(), run->id, "account:boss")), "staff.changed-since")
        << "c300 has enrolled";
}

TEST_P(YearlyChangeTest, IsUndone) {
    enrol_one("a100");
    enrol_one("b200");
    const std::string before = table();
    const auto run = apply(door(),
                           changes("a100,異動,見本　太郎,税務課,supervisor,2027-04-01\n"
                                   "b200,退職,,,,2027-04-01\n"
                                   "c300,採用,架空　次郎,福祉課,clerk,2027-04-01\n"),
                           "account:boss");
    ASSERT_EQ(code_of(run), "");
    const auto codes = undo(door(), run->id, "account:boss");
    ASSERT_EQ(code_of(codes), "");
    EXPECT_EQ(table(), before + "c300 架空　次郎 福祉課 clerk left\n");
    ASSERT_EQ(codes->size(), 1u);
    EXPECT_EQ((*codes)[0].login, "b200");
    EXPECT_EQ(code_of(enrol(door(), typed((*codes)[0].code, "b200"))), "");
    EXPECT_NE(come_in("a100"), "") << "who only moved keeps password and codes";
    EXPECT_EQ(code_of(undo(door(), run->id, "account:boss")), "staff.undone");
    EXPECT_EQ(code_of(undo(door(), "nothing", "account:boss")), "staff.no-run");
    EXPECT_THAT(actions(), testing::IsSupersetOf({"staff.changed", "staff.change-undone"}));
}

TEST_P(YearlyChangeTest, DoesNothingWhenOneLineIsWrong) {
    enrol_one("a100");
    const std::string before = table();
    const auto run = apply(door(),
                           changes("a100,異動,見本　花子,税務課,clerk,2027-04-01\n"
                                   "z900,退職,,,,2027-04-01\n"),
                           "account:boss");
    EXPECT_EQ(code_of(run), "staff.unknown");
    EXPECT_EQ(table(), before);
}

TEST_P(YearlyChangeTest, MovesAWholeTown) {
    std::string join, move;
    for (int i = 0; i < 400; ++i) {
        const std::string login = "n" + std::to_string(1000 + i);
        join += login + ",採用,職員" + std::to_string(i) + ",市民課,clerk,2027-04-01\n";
        move += login + ",異動,職員" + std::to_string(i) + ",税務課,clerk,2028-04-01\n";
    }
    EXPECT_EQ(apply(door(), changes(join), "account:boss")->codes.size(), 400u);
    EXPECT_EQ(code_of(apply(door(), changes(move), "account:boss")), "");
    const std::vector<Account> staff = staff_of(door()).value();
    EXPECT_EQ(staff.size(), 400u);
    EXPECT_EQ(staff.back().department, "税務課");
}

}  // namespace
}  // namespace madoguchi::api::access
