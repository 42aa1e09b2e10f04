#include "render/layout/jlreq/spacing.h"

#include <gtest/gtest.h>
#include <hb.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "render/layout/jlreq/bodies.h"
#include "tests/support/layout_fixture.h"

namespace madoguchi::render {
namespace {

using enum CharacterClass;

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, '\t');)
        cells.push_back(cell);
    return cells;
}

CharacterClass class_numbered(const std::string& number) {
    return static_cast<CharacterClass>(std::stoi(number));
}

/// As the table writes it.
std::string written(const Gap& gap) {
    const int natural = static_cast<int>(gap.natural * 8), least = static_cast<int>(gap.least * 8);
    std::string text = natural == 0 ? "." : std::to_string(natural);
    if (least != natural) text += ":" + std::to_string(least);
    return text + (gap.may_open ? "+" : "");
}

TEST(Spacing, IsThatOfTheTablesForEveryPairOfClasses) {
    std::ifstream in(std::filesystem::path(MADOGUCHI_SOURCE_DIR) /
                     "tests/cases/typesetting/spacing.table");
    std::vector<std::string> behind;
    std::size_t compared = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::vector<std::string> cells = cells_of(line);
        if (behind.empty()) {
            behind = cells;
            continue;
        }
        ASSERT_EQ(cells.size(), behind.size()) << line;
        for (std::size_t i = 1; i < cells.size(); ++i, ++compared) {
            const Gap& gap = gap_between(class_numbered(cells[0]), class_numbered(behind[i]));
            EXPECT_EQ(written(gap), cells[i]) << "cl-" << cells[0] << " cl-" << behind[i];
        }
    }
    EXPECT_EQ(compared, 400U);
}

TEST(CharacterClasses, AreThoseOfTheAppendix) {
    EXPECT_EQ(class_of(U'「'), OpeningBracket);
    EXPECT_EQ(class_of(U'）'), ClosingBracket);
    EXPECT_EQ(class_of(U'～'), Hyphen);
    EXPECT_EQ(class_of(U'？'), DividingPunctuation);
    EXPECT_EQ(class_of(U'・'), MiddleDot);
    EXPECT_EQ(class_of(U'。'), FullStop);
    EXPECT_EQ(class_of(U'，'), Comma);
    EXPECT_EQ(class_of(U'…'), Inseparable);
    EXPECT_EQ(class_of(U'々'), IterationMark);
    EXPECT_EQ(class_of(U'ー'), ProlongedSoundMark);
    EXPECT_EQ(class_of(U'ょ'), SmallKana);
    EXPECT_EQ(class_of(U'￥'), PrefixedAbbreviation);
    EXPECT_EQ(class_of(U'％'), PostfixedAbbreviation);
    EXPECT_EQ(class_of(U'\u3000'), IdeographicSpace);
    EXPECT_EQ(class_of(U'の'), Hiragana);
    EXPECT_EQ(class_of(U'ヴ'), Katakana);
    EXPECT_EQ(class_of(U'ｱ'), Katakana);
    EXPECT_EQ(class_of(U'＝'), MathSymbol);
    EXPECT_EQ(class_of(U'×'), MathOperator);
    EXPECT_EQ(class_of(U'5'), GroupedNumeral);
    EXPECT_EQ(class_of(U' '), WordSpace);
    EXPECT_EQ(class_of(U'é'), Western);
    for (const char32_t c : std::u32string_view(U"辻𠮷〇５Ａ①〒\uE000\U000F0000\U0010FFFF"))
        EXPECT_EQ(class_of(c), Ideographic) << static_cast<std::uint32_t>(c);
}

/// The advance, and where the glyph stands along the line, that the font's own feature gives.
struct HalfForm {
    double advance = 0, shift = 0;
};
HalfForm half_form(const fonts::Face& face, char32_t c, bool vertical) {
    const std::unique_ptr<hb_buffer_t, decltype(&hb_buffer_destroy)> buffer(hb_buffer_create(),
                                                                            &hb_buffer_destroy);
    const auto shaped = [&](bool halved) {
        hb_buffer_clear_contents(buffer.get());
        hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
        hb_buffer_add(buffer.get(), static_cast<hb_codepoint_t>(c), 0);
        hb_buffer_set_direction(buffer.get(), vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
        hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
        const hb_feature_t half{vertical ? HB_TAG('v', 'h', 'a', 'l') : HB_TAG('h', 'a', 'l', 't'),
                                1, 0, static_cast<unsigned>(-1)};
        hb_shape(face.harfbuzz_font(), buffer.get(), halved ? &half : nullptr, halved ? 1 : 0);
        const hb_glyph_position_t at = *hb_buffer_get_glyph_positions(buffer.get(), nullptr);
        return vertical ? std::pair(-at.y_advance, -at.y_offset)
                        : std::pair(at.x_advance, at.x_offset);
    };
    const auto whole = shaped(false), half = shaped(true);
    const double em = face.metrics().units_per_em;
    return {half.first / em, (half.second - whole.second) / em};
}

void expect_bodies_of_the_font(const fonts::FaceSet& faces, fonts::WritingDirection direction) {
    const bool vertical = direction == fonts::WritingDirection::Vertical;
    int compared = 0;
    for (const char32_t c :
         std::u32string_view(U"「」『』（）〔〕［］｛｝〈〉《》【】、。，．・：；")) {
        fonts::ShapedText text = fonts::shape(faces, to_utf8(std::u32string{c}), direction);
        fonts::ShapedCharacter& character = text.characters.at(0);
        if (character.orientation == fonts::Orientation::Sideways) continue;
        const double x = text.glyphs[0].x, y = text.glyphs[0].y;
        ASSERT_TRUE(trim_to_bodies(text, classify(text))) << text.text;
        const HalfForm expected = half_form(*character.face, c, vertical);
        if (expected.advance > 0.99) continue;  // the font has no half form of it
        EXPECT_NEAR(character.advance, expected.advance, 0.002) << text.text;
        const double shift = vertical ? y - text.glyphs[0].y : text.glyphs[0].x - x;
        EXPECT_NEAR(shift, expected.shift, 0.002) << text.text;
        ++compared;
    }
    EXPECT_GE(compared, 20);
}

TEST(Bodies, AreTheHalfFormsThatTheFontsThemselvesHave) {
    for (const auto direction :
         {fonts::WritingDirection::Horizontal, fonts::WritingDirection::Vertical}) {
        expect_bodies_of_the_font(*installed_fonts().mincho, direction);
        expect_bodies_of_the_font(*installed_fonts().gothic, direction);
    }
}

TEST(Bodies, LettersOfAWholeEmAreIdeographs) {
    const auto shaped =
        fonts::shape(*installed_fonts().mincho, "αé’", fonts::WritingDirection::Horizontal);
    const auto classes = classify(shaped);
    EXPECT_EQ(classes[0], Ideographic);
    EXPECT_EQ(classes[1], Western);
    EXPECT_EQ(classes[2], ClosingBracket);
}

}  // namespace
}  // namespace madoguchi::render
