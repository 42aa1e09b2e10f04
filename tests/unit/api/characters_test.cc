// Characters as people ask for them: in writing, by what they know of one, by the name it stands
// in.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "api/characters/describe.h"
#include "api/characters/draw.h"
#include "api/characters/facts.h"
#include "api/characters/find.h"
#include "api/characters/requests.h"
#include "api/characters/written.h"
#include "api/places.h"
#include "fonts/installed_fonts.h"

namespace madoguchi::api {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const fonts::MjTable& table() {
    static const auto opened = fonts::MjTable::open(find_places().characters).value();
    return *opened;
}

const fonts::FaceSet& faces() {
    static const auto opened = fonts::open_installed_fonts().value();
    return *opened.mincho;
}

std::string code_of(const Diagnostics& findings) {
    return findings.empty() ? "" : findings.front().code;
}

std::vector<std::string> names(const std::vector<fonts::MjCharacter>& characters) {
    std::vector<std::string> found;
    for (const fonts::MjCharacter& character : characters)
        found.push_back(fonts::mj_name(character.number()));
    return found;
}

TEST(Written, IsTheCharacterItsCodePointsOrItsName) {
    EXPECT_EQ(text_of_written("辻", table()).value(), "辻");
    EXPECT_EQ(text_of_written("U+8FBB", table()).value(), "辻");
    EXPECT_EQ(text_of_written("u+8fbb+e0102", table()).value(), "辻\U000E0102");
    EXPECT_EQ(text_of_written("U+8FBB U+E0102", table()).value(), "辻\U000E0102");
    EXPECT_EQ(text_of_written("mj025760", table()).value(), "辻\U000E0102");
    EXPECT_EQ(text_of_written("GJ000001", table()).value(), "&GJ000001;");
    EXPECT_EQ(text_of_written("か\u309A", table()).value(), "か\u309A");
}

TEST(Written, WhatNamesNoCharacterIsAFinding) {
    for (const char* wrong : {"", "U+D800", "U+110000", "U+8FBB+XYZ", "MJ999999", "\xE8\xBE"}) {
        const auto text = text_of_written(wrong, table());
        ASSERT_FALSE(text.ok()) << wrong;
        EXPECT_EQ(code_of(text.findings()), "characters.not-understood") << wrong;
    }
}

TEST(Find, NarrowsByEverythingThatIsGiven) {
    const auto by_reading = find_characters(table(), {.reading = "つじ"}, 200).value();
    EXPECT_THAT(names(by_reading.characters), Contains("MJ025760"));
    EXPECT_THAT(names(by_reading.characters), Contains("MJ025761"));
    const auto in_katakana = find_characters(table(), {.reading = "ﾂｼﾞ"}, 200).value();
    EXPECT_EQ(names(in_katakana.characters), names(by_reading.characters));
    // 音読み stands in the list in katakana, 訓読み in hiragana: both are found by either.
    for (const char* on : {"ヘン", "へん", "ﾍﾝ"}) {
        const auto found = find_characters(table(), {.reading = on}, 400).value();
        EXPECT_THAT(names(found.characters), Contains("MJ026190")) << on;
        EXPECT_GE(found.total, 360U);
    }
    const auto narrower = find_characters(table(), {.reading = "つじ", .strokes = 6}, 200).value();
    EXPECT_LT(narrower.total, by_reading.total + 1);
    for (const fonts::MjCharacter& character : narrower.characters)
        EXPECT_EQ(character.strokes(), 6);
    EXPECT_THAT(names(find_characters(table(), {.code = "J+8FBB"}, 9).value().characters),
                Contains("MJ025760"));
    const auto by_radical = find_characters(table(), {.strokes = 5, .radical = 162}, 1).value();
    EXPECT_THAT(by_radical.characters, SizeIs(1));
    EXPECT_GT(by_radical.total, 1U);
}

TEST(Find, ByTheCodesOfRegisters) {
    const fonts::MjCharacter tsuji = table().by_number(25760).value();
    const CharacterFacts facts = facts_of(tsuji, faces());
    for (const std::string& code :
         {facts.jis_x_0213, facts.family_register, facts.estate_register, facts.resident_network}) {
        ASSERT_FALSE(code.empty());
        const auto found = find_characters(table(), {.code = code}, 200).value();
        EXPECT_THAT(names(found.characters), Contains("MJ025760")) << code;
    }
}

TEST(Find, AQuestionWithoutAnAnswerableConditionIsAFinding) {
    const std::vector<CharacterQuery> wrong = {
        {}, {.strokes = 0}, {.radical = 215}, {.code = "X"}, {.code = "1-2"}, {.code = "12345"}};
    for (const CharacterQuery& query : wrong) {
        const auto found = find_characters(table(), query, 9);
        ASSERT_FALSE(found.ok());
        EXPECT_EQ(code_of(found.findings()), "characters.bad-query");
    }
    EXPECT_EQ(find_characters(table(), {.reading = "ほげほげ"}, 9).value().total, 0U);
}

TEST(Variants, AreAllShapesOfTheCodePointThenOfThoseWrittenForIt) {
    const auto found = find_variants(table(), "渡邉");
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[1].written, "邉");
    const std::vector<std::string> shapes = names(found[1].variants);
    std::vector<std::string> own = names(table().shapes_of(U'邉'));
    for (const char32_t related : {U'邉', U'邊', U'辺'}) {
        for (const std::string& name : names(table().shapes_of(related)))
            EXPECT_THAT(shapes, Contains(name));
    }
    EXPECT_EQ(std::set<std::string>(shapes.begin(), shapes.end()).size(), shapes.size());
    std::sort(own.begin(), own.end());
    std::vector<std::string> first(shapes.begin(),
                                   shapes.begin() + static_cast<std::ptrdiff_t>(own.size()));
    std::sort(first.begin(), first.end());
    EXPECT_EQ(first, own);
}

TEST(Variants, TheShapeThatIsWrittenStandsFirst) {
    const auto found = find_variants(table(), "辻\U000E0103");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(names(found[0].variants).front(), "MJ025761");
    EXPECT_THAT(names(found[0].variants), Contains("MJ025760"));
    EXPECT_THAT(find_variants(table(), "\uE000ア")[0].variants, SizeIs(0));
}

TEST(Draw, IsTheGlyphOfTheVeryShape) {
    const DrawnCharacter one = draw_character(faces(), "辻\U000E0102").value();
    const DrawnCharacter two = draw_character(faces(), "辻\U000E0103").value();
    EXPECT_EQ(one.glyph_name, "mj025760");
    EXPECT_EQ(two.glyph_name, "mj025761");
    EXPECT_NE(one.path, two.path);
    EXPECT_EQ(one.advance, 1);
    EXPECT_EQ(draw_character(faces(), "&MJ003719;").value().glyph_name, "mj003719");
    EXPECT_THAT(svg_picture(one), HasSubstr("viewBox=\"0 -880 1000 1000\""));
}

TEST(Draw, WhatNoFaceHasIsTheFindingOfPrinting) {
    const auto missing = draw_character(faces(), "邉\U000E01EF");
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(code_of(missing.findings()), "character.no-sequence");
    EXPECT_FALSE(facts_of("邉\U000E01EF", table(), faces()).drawn.has_value());
}

TEST(Facts, SpeakTheWordsOfTheRegisters) {
    const CharacterFacts facts = facts_of("辻\U000E0102", table(), faces());
    EXPECT_EQ(facts.mj, "MJ025760");
    EXPECT_EQ(facts.codes, "U+8FBB U+E0102");
    EXPECT_EQ(facts.collection, "Moji_Joho");
    EXPECT_EQ(facts.corresponding, "U+8FBB");
    EXPECT_EQ(facts.resident_network, "J+8FBB");
    EXPECT_THAT(facts.readings, Contains("つじ"));
    const CharacterFacts kana = facts_of("か\u309A", table(), faces());
    EXPECT_EQ(kana.mj, "");
    EXPECT_EQ(kana.codes, "U+304B U+309A");
    EXPECT_TRUE(kana.drawn.has_value());
}

TEST(Requests, WhatIsNotUnderstoodNamesItsMember) {
    const auto pointer_of = [](const auto& refused) {
        EXPECT_FALSE(refused.ok());
        return refused.ok() ? "" : refused.findings().front().origin.data_pointer;
    };
    EXPECT_EQ(pointer_of(read_search_request(R"({"strokes": "六"})")), "/strokes");
    EXPECT_EQ(pointer_of(read_search_request(R"({"strokes": 6.5})")), "/strokes");
    EXPECT_EQ(pointer_of(read_search_request(R"({"yomi": "つじ"})")), "/yomi");
    EXPECT_EQ(pointer_of(read_search_request(R"({"written": "辻", "strokes": 99})")), "/written");
    EXPECT_EQ(pointer_of(read_text_request(R"({"text": ""})")), "/text");
    EXPECT_EQ(pointer_of(read_text_request(R"([])")), "");
    EXPECT_EQ(pointer_of(read_reduction_request(R"({"text": "辻", "target": "jis"})")), "/target");
    std::string long_name;
    for (int i = 0; i < 101; ++i)
        long_name += "辻\U000E0102";
    EXPECT_EQ(pointer_of(read_text_request("{\"text\": \"" + long_name + "\"}")), "/text");
}

}  // namespace
}  // namespace madoguchi::api
