// The character table against what 文字情報基盤 publishes: its counts, and characters whose rows
// are known.
#include "fonts/mj/mj_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixtures.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <random>

#include "fonts/whole_file.h"

namespace madoguchi::fonts {
namespace {

using testing::ElementsAre;

constexpr const char* table_file = MADOGUCHI_SOURCE_DIR "/build/characters.table";

std::vector<std::string> names(const std::vector<MjCharacter>& characters) {
    std::vector<std::string> out;
    for (const MjCharacter& character : characters)
        out.push_back(mj_name(character.number()));
    return out;
}

TEST(MjTable, HoldsTheWholeList) {
    std::size_t listed = 0, coded = 0, sequences = 0, standardised = 0, by_name_only = 0;
    std::size_t exact = 0, unified = 0;
    for (std::size_t i = 0; i < table().size(); ++i) {
        const MjCharacter character = table()[i];
        if (character.is_hentaigana()) continue;
        ++listed;
        coded += character.code_point().has_value();
        sequences += character.sequence().has_value();
        standardised += character.standardised_sequence().has_value();
        by_name_only += character.text().front() == '&';
        if (!character.jis_x_0213()) continue;
        ++(character.unification() == Unification::Exact ? exact : unified);
    }
    EXPECT_EQ(listed, 58'862U);
    EXPECT_EQ(coded, 52'607U);
    EXPECT_EQ(sequences, 11'382U);
    EXPECT_EQ(standardised, 89U);
    EXPECT_EQ(by_name_only, 19U);
    EXPECT_EQ(exact, 10'909U);
    EXPECT_EQ(unified, 2'798U);
}

TEST(MjTable, FindsACharacterByEachOfItsNames) {
    for (std::size_t i = 0; i < table().size(); ++i) {
        const MjCharacter character = table()[i];
        ASSERT_EQ(table().by_number(character.number())->index(), i);
        ASSERT_EQ(parse_mj_name(mj_name(character.number())), character.number());
        if (character.sequence()) {
            ASSERT_EQ(table().by_sequence(*character.sequence())->index(), i);
        }
        if (character.standardised_sequence()) {
            ASSERT_EQ(table().by_sequence(*character.standardised_sequence())->index(), i);
        }
        if (character.code_point()) {
            ASSERT_EQ(table().by_code_point(*character.code_point())->index(), i);
        }
    }
}

TEST(MjTable, KnowsWhatTheRowSays) {
    const MjCharacter two_dots = *table().by_sequence({U'辻', 0xe0102});
    EXPECT_EQ(two_dots.number(), 25'760U);
    EXPECT_EQ(two_dots.corresponding(), U'辻');
    EXPECT_FALSE(two_dots.code_point());
    EXPECT_EQ(two_dots.text(), "辻\U000E0102");
    EXPECT_EQ(two_dots.family_register(), 437'660U);
    EXPECT_EQ(two_dots.estate_register(), 437'660U);
    EXPECT_EQ(two_dots.resident_network(), 0x8fbbU);
    EXPECT_EQ(two_dots.jis_x_0213(), (JisPosition{1, 36, 52}));
    EXPECT_EQ(two_dots.unification(), Unification::Unified);
    EXPECT_EQ(two_dots.strokes(), 5);
    const MjCharacter one_dot = *table().by_code_point(U'辻');
    EXPECT_EQ(one_dot.number(), 25'761U);
    EXPECT_EQ(one_dot.unification(), Unification::Exact);
    EXPECT_EQ(one_dot.immigration(), 0x8fbbU);
    EXPECT_EQ(names(table().shapes_of(U'葛')).size(), 7U);
    EXPECT_EQ(table().by_number(3'719)->text(), "&MJ003719;");
}

TEST(MjTable, FindsCharactersByTheirReading) {
    EXPECT_THAT(names(table().read_as("つじ")), testing::Contains("MJ025760"));
    EXPECT_THAT(table().by_code_point(U'辻')->readings(), testing::Contains("つじ"));
    EXPECT_TRUE(table().read_as("ぬるぽ").empty());
    EXPECT_TRUE(table().read_as("").empty());
}

TEST(MjTable, HoldsTheOfficialCandidatesInTheirOrder) {
    std::size_t none = 0, one = 0, several = 0;
    for (std::size_t i = 0; i < table().size(); ++i) {
        if (table()[i].is_hentaigana()) continue;
        std::vector<char32_t> targets;
        for (const ReductionCandidate& candidate : table()[i].candidates())
            targets.push_back(candidate.code_point);
        std::sort(targets.begin(), targets.end());
        const auto distinct = std::unique(targets.begin(), targets.end()) - targets.begin();
        ++(distinct == 0 ? none : distinct == 1 ? one : several);
    }
    EXPECT_EQ(one, 28'684U);
    EXPECT_EQ(several, 7'167U);
    EXPECT_EQ(none, 23'011U);
    const auto of_takasaki = table().by_code_point(U'﨑')->candidates();
    ASSERT_EQ(of_takasaki.size(), 2U);
    EXPECT_EQ(of_takasaki[0].code_point, U'﨑');
    EXPECT_EQ(of_takasaki[0].ground, Ground::UnificationRule);
    EXPECT_EQ(of_takasaki[1].code_point, U'崎');
    EXPECT_EQ(of_takasaki[1].ground, Ground::FamilyRegisterStandard);
    EXPECT_EQ(of_takasaki[1].hops, 1);
}

TEST(MjTable, KnowsTheOtherCollections) {
    EXPECT_TRUE(table().is_adobe_japan1({U'辻', 0xe0100}));
    EXPECT_FALSE(table().by_sequence({U'辻', 0xe0100}));
    EXPECT_FALSE(table().is_adobe_japan1({U'辻', 0xe0102}));
    EXPECT_TRUE(table().is_hanyo_denshi({U'辻', 0xe0102}));
}

TEST(MjTable, FoldsWhatIsWrittenForTheSameName) {
    for (const char32_t form : {U'邉', U'邊'})
        EXPECT_EQ(table().name_fold(form), table().name_fold(U'辺'));
    EXPECT_EQ(table().name_fold(U'髙'), table().name_fold(U'高'));
    EXPECT_NE(table().name_fold(U'斉'), table().name_fold(U'斎'));
    EXPECT_EQ(table().name_fold(U'か'), U'か');
}

Bytes file_bytes() {
    std::ifstream file(table_file, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string code_of(Bytes bytes) {
    const auto opened = MjTable::from_bytes(std::move(bytes), "t");
    return opened.ok() ? "" : opened.findings().front().code;
}

TEST(MjTable, AFlippedBitAnywhereIsAFinding) {
    const Bytes good = file_bytes();
    ASSERT_EQ(code_of(good), "");
    std::vector<std::size_t> places = {0, 8, 11, 12, 15, 16, 40, 304, 400, good.size() - 1};
    for (std::size_t place = 1'000; place < good.size(); place += 250'007)
        places.push_back(place);
    for (const std::size_t place : places) {
        Bytes bad = good;
        bad[place] = static_cast<std::uint8_t>(bad[place] ^ 1U << place % 8);
        EXPECT_EQ(code_of(std::move(bad)), "characters.malformed") << place;
    }
}

TEST(MjTable, AFileOfAnotherVersionIsAFindingThatSaysToMakeItAnew) {
    Bytes old = file_bytes();
    old[table_format::magic.size() - 1] = '1';
    const auto opened = MjTable::from_bytes(std::move(old), "t");
    ASSERT_FALSE(opened.ok());
    const Diagnostic& finding = opened.findings().front();
    EXPECT_EQ(finding.code, "characters.other-version");
    ASSERT_FALSE(finding.hints.empty());
    EXPECT_THAT(finding.hints.front().ja, testing::HasSubstr("./dev characters"));
}

TEST(MjTable, ADamagedFileIsAFindingOrATableThatStaysInside) {
    const Bytes good = file_bytes();
    ASSERT_GT(good.size(), 1'000'000U);
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{7}, std::size_t{200}, good.size() / 2}) {
        const auto cut =
            MjTable::from_bytes({good.begin(), good.begin() + static_cast<long>(size)}, "t");
        ASSERT_FALSE(cut.ok());
        EXPECT_EQ(cut.findings().front().code, "characters.malformed");
    }
    std::mt19937 random(1);
    for (int round = 0; round < 30; ++round) {
        Bytes bad = good;
        for (int flips = 0; flips < 20; ++flips)
            bad[random() % (round % 2 ? 304 : bad.size())] = static_cast<std::uint8_t>(random());
        write_checksum(bad, table_format::checksum_place);  // so that what follows it is looked at
        const auto opened = MjTable::from_bytes(std::move(bad), "t");
        if (!opened.ok()) continue;
        for (std::size_t i = 0; i < (*opened)->size(); i += 1'001) {
            (*opened)->operator[](i).candidates();
            (*opened)->operator[](i).readings();
        }
        (*opened)->read_as("つじ");
        (*opened)->is_adobe_japan1({U'辻', 0xe0100});
    }
}

TEST(MjTable, NamesAreSixDigits) {
    EXPECT_EQ(mj_name(1), "MJ000001");
    EXPECT_EQ(parse_mj_name("mj025760"), 25'760U);
    for (const char* wrong : {"", "MJ", "MJ02576", "MJ0257600", "MJ02576x", "GJ000001", "MJ+25760"})
        EXPECT_FALSE(parse_mj_name(wrong)) << wrong;
}

}  // namespace
}  // namespace madoguchi::fonts
