// The short way of shaping answers what the long one does, and leaves alone what is not its own.
#include "fonts/shaping_paths.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "fixtures.h"
#include "fonts/plain_characters.h"

namespace madoguchi::fonts {
namespace {

std::shared_ptr<const Face> shared(const Face& face) {
    return {std::shared_ptr<const void>(), &face};
}

FaceSet all_faces() {
    return FaceSet({{shared(ipamj()), FaceRole::Text, {Collection::MojiJoho}},
                    {shared(ipaex_mincho())},
                    {shared(noto_serif()), FaceRole::Text, {Collection::AdobeJapan1}}});
}

ShapedText unshaped(std::u32string_view text, WritingDirection direction) {
    ShapedText shaped;
    shaped.text = to_utf8(text);
    shaped.direction = direction;
    return shaped;
}

void expect_equal(const ShapedText& a, const ShapedText& b) {
    ASSERT_EQ(a.characters.size(), b.characters.size()) << describe_code_points(a.text);
    ASSERT_EQ(a.glyphs.size(), b.glyphs.size()) << describe_code_points(a.text);
    for (std::size_t i = 0; i < a.characters.size(); ++i) {
        const ShapedCharacter &x = a.characters[i], &y = b.characters[i];
        ASSERT_EQ(x.offset, y.offset);
        ASSERT_EQ(x.size, y.size);
        ASSERT_EQ(x.code_point, y.code_point);
        ASSERT_EQ(x.face, y.face) << describe_code_points(a.text);
        ASSERT_EQ(x.first_glyph, y.first_glyph);
        ASSERT_EQ(x.glyph_count, y.glyph_count);
        ASSERT_EQ(x.advance, y.advance) << describe_code_points(a.text);
        ASSERT_EQ(x.orientation, y.orientation);
        ASSERT_EQ(x.missing, y.missing);
    }
    for (std::size_t i = 0; i < a.glyphs.size(); ++i) {
        ASSERT_EQ(a.glyphs[i].glyph, b.glyphs[i].glyph) << describe_code_points(a.text);
        ASSERT_EQ(a.glyphs[i].x, b.glyphs[i].x);
        ASSERT_EQ(a.glyphs[i].y, b.glyphs[i].y);
        ASSERT_EQ(a.glyphs[i].advance, b.glyphs[i].advance);
    }
    ASSERT_TRUE(a.missing.empty() && b.missing.empty());
}

/// Whether the short way took the text; if it did, the long one is held against it.
bool is_plain_and_equal(const FaceSet& faces, std::u32string_view text) {
    ShapedText shortly = unshaped(text, WritingDirection::Horizontal);
    if (!shape_plain(faces, shortly)) return false;
    ShapedText fully = unshaped(text, WritingDirection::Horizontal);
    shape_in_full(faces, fully);
    expect_equal(shortly, fully);
    return true;
}

TEST(ShapingPaths, AgreeOnEachCharacter) {
    const FaceSet faces = all_faces();
    std::size_t plain = 0;
    for (char32_t c = 0x20; c < 0x32400; ++c) {
        if (c >= 0xd800 && c <= 0xdfff) continue;
        plain += is_plain_and_equal(faces, std::u32string{c});
        if (testing::Test::HasFatalFailure()) return;
    }
    EXPECT_GT(plain, 30000U);
}

TEST(ShapingPaths, AgreeOnAllPairsOfLettersAndSigns) {
    std::u32string letters;
    for (char32_t c = 0x20; c < 0x7f; ++c)
        letters += c;
    for (char32_t c = 0x3000; c < 0x3100; ++c)
        letters += c;
    letters += U"国邉辻\uff21\uff11\uff08\uff09\uff5e\uff70\u00a5\u2015\u2212";
    const FaceSet faces = all_faces();
    std::size_t plain = 0;
    for (const char32_t first : letters) {
        for (const char32_t second : letters) {
            plain += is_plain_and_equal(faces, std::u32string{first, second});
            if (testing::Test::HasFatalFailure()) return;
        }
    }
    EXPECT_GT(plain, 10000U);
}

TEST(ShapingPaths, AgreeOnMixedTexts) {
    std::mt19937 random(7);
    const std::u32string letters =
        U"山田花子渡邊龍一かがばぱゃーアイウエオA9-z 　、。（）12丁目〒\U00020BB7";
    const FaceSet faces = all_faces();
    std::size_t plain = 0;
    for (int round = 0; round < 3000; ++round) {
        std::u32string text;
        for (int i = 0; i < 12; ++i)
            text += letters[random() % letters.size()];
        plain += is_plain_and_equal(faces, text);
        if (testing::Test::HasFatalFailure()) return;
    }
    EXPECT_GT(plain, 100U);
}

TEST(ShapingPaths, TheShortOneLeavesTheRestAlone) {
    const FaceSet faces = all_faces();
    const std::u32string_view texts[] = {U"邉\U000E0102", U"か\u309a",        U"&MJ003719;",
                                         U"\u0378",       U"\ue000",          U"あ\u200dい",
                                         U"e\u0301",      U"한글\u1100\u1161"};
    for (const std::u32string_view text : texts) {
        ShapedText shaped = unshaped(text, WritingDirection::Horizontal);
        EXPECT_FALSE(shape_plain(faces, shaped)) << describe_code_points(shaped.text);
        EXPECT_TRUE(shaped.characters.empty() && shaped.glyphs.empty());
    }
    ShapedText vertical = unshaped(U"縦書", WritingDirection::Vertical);
    EXPECT_FALSE(shape_plain(faces, vertical));
}

TEST(ShapingPaths, AnEmptyTextHasNothing) {
    ShapedText nothing = unshaped(U"", WritingDirection::Horizontal);
    EXPECT_TRUE(shape_plain(all_faces(), nothing));
    EXPECT_TRUE(nothing.characters.empty());
}

}  // namespace
}  // namespace madoguchi::fonts
