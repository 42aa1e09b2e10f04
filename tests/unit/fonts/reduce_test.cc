#include "fonts/gaiji/reduce.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixtures.h"
#include "fonts/gaiji/reduction_coverage.h"

namespace madoguchi::fonts {
namespace {

ReductionTarget to(RepertoireName name) {
    return {.repertoire = repertoire(name), .table = table(), .tenant = "a"};
}

using enum ReductionOutcome;

TEST(Reduce, KeepsExactShapesAndNamesTheGroundOfEveryOther) {
    std::size_t kept = 0;
    std::vector<std::string> elsewhere;
    for (std::size_t i = 0; i < table().size(); ++i) {
        const MjCharacter mj = table()[i];
        if (mj.is_hentaigana()) continue;
        const Reduction reduction =
            reduce("&" + mj_name(mj.number()) + ";", to(RepertoireName::JisX0213));
        const ReducedCharacter& one = reduction.characters.at(0);
        const bool is_exact = mj.jis_x_0213() && mj.unification() == Unification::Exact;
        ASSERT_EQ(is_exact, one.outcome == Kept || one.outcome == KeptByList)
            << mj_name(mj.number());
        ASSERT_EQ(one.ground.has_value(), one.outcome == Replaced || one.outcome == KeptByList);
        ASSERT_EQ(reduction.text.has_value(), one.outcome != NoSubstitute);
        kept += is_exact;
        if (one.outcome == KeptByList)
            elsewhere.push_back(mj_name(mj.number()) + ">" + one.replacement);
    }
    EXPECT_EQ(kept, 10'909U);
    // At the place of another character, which the list calls exact all the same (包摂区分 0).
    EXPECT_THAT(elsewhere, testing::UnorderedElementsAre(
                               "MJ006318>丒", "MJ006320>丒", "MJ006376>〆", "MJ006377>〆",
                               "MJ007437>凵", "MJ013532>胊", "MJ015094>汨", "MJ017121>王",
                               "MJ021070>脧", "MJ032011>収", "MJ032129>吉", "MJ032950>壯",
                               "MJ034899>巛", "MJ035569>弓", "MJ035573>弓", "MJ045853>朧"));
}

TEST(Reduce, CountsWhatBecomesOfTheWholeList) {
    const ReductionCoverage all = cover_reduction(repertoire(RepertoireName::JisX0213), table());
    EXPECT_EQ(all.total, 58'862U);
    EXPECT_EQ(all.kept + all.kept_by_list.size(), 10'909U);
    EXPECT_EQ(all.kept_by_list.size(), 16U);
    EXPECT_EQ(all.unified, 2'798U);
    EXPECT_EQ(all.no_substitute, 23'011U);
    EXPECT_EQ(all.kept + all.kept_by_list.size() + all.replaced + all.no_substitute, all.total);
    EXPECT_EQ(all.one_candidate, 28'684U);
    EXPECT_EQ(all.several_candidates, 7'167U);
    EXPECT_EQ(all.no_candidate, 23'011U);
}

TEST(Reduce, TellsWhereTheListsPlaceShowsAnotherCharacter) {
    const Reduction reduction = reduce("𠮷", to(RepertoireName::JisX0213));
    const ReducedCharacter& one = reduction.characters.at(0);
    EXPECT_EQ(one.outcome, KeptByList);
    EXPECT_EQ(one.ground->kind, ReductionGround::Kind::List);
    EXPECT_EQ(reduction.text, "吉");
    EXPECT_FALSE(reduction.is_unchanged());
    // What a tenant records rules over the list.
    const ReductionChoices choices = {{"𠮷", "善"}};
    ReductionTarget target = to(RepertoireName::JisX0213);
    target.choices = &choices;
    EXPECT_EQ(reduce("𠮷", target).characters.at(0).outcome, Replaced);
    EXPECT_EQ(reduce("𠮷", target).text, "善");
}

TEST(Reduce, SaysWhatBecameOfEachCharacter) {
    const Reduction reduction = reduce("辻\U000E0102髙か\u309a太A", to(RepertoireName::JisX0213));
    ASSERT_EQ(reduction.text, "辻高か\u309a太A");
    ASSERT_EQ(reduction.characters.size(), 5U);
    EXPECT_EQ(reduction.characters[0].outcome, Replaced);
    EXPECT_EQ(reduction.characters[0].original, "辻\U000E0102");
    EXPECT_EQ(reduction.characters[0].ground->map, Ground::UnificationRule);
    EXPECT_EQ(reduction.characters[1].outcome, Replaced);
    EXPECT_EQ(reduction.characters[2].outcome, Kept);
    EXPECT_FALSE(reduction.is_unchanged());
    EXPECT_TRUE(reduce("辻 太郎", to(RepertoireName::Cp932)).is_unchanged());
}

TEST(Reduce, LetsTheTenantChoose) {
    const ReductionChoices choices = {{"髙", "山"}, {"\ue000", "畑"}, {"𠮷", "\U00020BB7"}};
    ReductionTarget target = to(RepertoireName::JisX0208);
    target.choices = &choices;
    const Reduction reduction = reduce("髙\ue000", target);
    EXPECT_EQ(reduction.text, "山畑");
    EXPECT_EQ(reduction.characters[0].ground->kind, ReductionGround::Kind::Tenant);
    EXPECT_EQ(reduction.characters[0].alternatives.front().code_point, U'高');
    // What was chosen is no other candidate.
    const ReductionChoices known = {{"髙", "高"}};
    target.choices = &known;
    const Reduction same = reduce("髙", target);
    EXPECT_EQ(same.text, "高");
    for (const ReductionCandidate& other : same.characters[0].alternatives)
        EXPECT_NE(other.code_point, U'高');
    target.choices = &choices;
    // A choice that the target cannot hold either is none.
    EXPECT_EQ(reduce("𠮷", target).characters[0].ground->kind, ReductionGround::Kind::List);
}

TEST(Reduce, FollowsThePolicyWhereNothingMayStandForIt) {
    ReductionTarget target = to(RepertoireName::JisX0208);
    target.reading = "ハタヤマ";
    EXPECT_EQ(reduce("\ue000山", target).text, std::nullopt);
    EXPECT_EQ(reduce("\ue000山", target).characters[0].outcome, NoSubstitute);
    target.no_substitute = NoSubstitutePolicy::Mark;
    EXPECT_EQ(reduce("\ue000山", target).text, "〓山");
    target.no_substitute = NoSubstitutePolicy::Kana;
    EXPECT_EQ(reduce("\ue000山", target).text, "ハタヤマ");
    EXPECT_EQ(reduce("畑山", target).text, "畑山");
    target.reading = "";
    EXPECT_EQ(reduce("\ue000山", target).text, std::nullopt);
}

TEST(Reduce, NeverKeepsASequenceThatIsNotKnown) {
    EXPECT_EQ(reduce("邉\U000E01EF", to(RepertoireName::JisX0213)).characters[0].outcome,
              NoSubstitute);
    EXPECT_EQ(reduce("辻\U000E0100", to(RepertoireName::JisX0213)).characters[0].outcome,
              NoSubstitute);
    EXPECT_EQ(reduce("", to(RepertoireName::JisX0213)).text, "");
}

}  // namespace
}  // namespace madoguchi::fonts
