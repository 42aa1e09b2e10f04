#include "fonts/shape.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/uscript.h>

#include <cmath>
#include <thread>

#include "base/utf8.h"
#include "fixtures.h"
#include "fonts/character_class.h"
#include "fonts/feature_reach.h"
#include "fonts/glyph_buffer.h"

namespace madoguchi::fonts {

namespace {

using enum WritingDirection;

std::shared_ptr<const Face> shared(const Face& face) {
    return {std::shared_ptr<const void>(), &face};
}

/// Each code point of the face, by shape() and by HarfBuzz alone.
void expect_harfbuzz(const Face& face, WritingDirection direction) {
    const FaceSet faces({{shared(face)}});
    const double em = face.metrics().units_per_em;
    std::size_t compared = 0;
    std::vector<RawGlyph> raw;
    for (char32_t c = 0x21; c < 0x30000; c += c < 0x3400 ? 1U : 7U) {
        if (!face.glyph(c) || is_private_use(c) || is_variation_selector(c)) continue;
        const ShapedText text = shape(faces, to_utf8({&c, 1}), direction);
        if (text.characters[0].orientation == Orientation::Sideways) continue;
        const std::vector<CodePointInRun> run = {{c, 0}};
        shape_run(face, run, {direction, script_of(c, han_script)}, raw);
        ASSERT_EQ(text.glyphs.size(), raw.size()) << std::hex << std::uint32_t{c};
        ++compared;
        for (std::size_t i = 0; i < raw.size(); ++i) {
            ASSERT_EQ(text.glyphs[i].glyph, raw[i].glyph) << std::hex << std::uint32_t{c};
            const int advance = direction == Vertical ? -raw[i].advance_y : raw[i].advance_x;
            ASSERT_NEAR(text.glyphs[i].advance, advance / em, 1e-9) << std::uint32_t{c};
            if (i > 0) continue;
            ASSERT_NEAR(text.glyphs[i].x, raw[i].offset_x / em, 1e-9) << std::uint32_t{c};
            ASSERT_NEAR(text.glyphs[i].y, raw[i].offset_y / em, 1e-9) << std::uint32_t{c};
        }
    }
    EXPECT_GT(compared, 2000U);
}

TEST(Shape, EachCharacterIsHarfbuzzs) {
    for (const Face* face : {&ipamj(), &ipaex_mincho(), &noto_serif()}) {
        expect_harfbuzz(*face, Horizontal);
        expect_harfbuzz(*face, Vertical);
    }
}

/// A whole line of one script by HarfBuzz in one call, although shape() may take its short way.
TEST(Shape, ALineIsHarfbuzzs) {
    const std::u32string line = U"かくきけこがぎぐげごさしすせそ、。「」ぁぃぅー・";
    for (const Face* face : {&ipamj(), &ipaex_mincho(), &noto_serif()}) {
        for (const WritingDirection direction : {Horizontal, Vertical}) {
            std::vector<CodePointInRun> run;
            for (const char32_t c : line)
                run.push_back({c, static_cast<std::uint32_t>(run.size())});
            std::vector<RawGlyph> raw;
            shape_run(*face, run, {direction, USCRIPT_HIRAGANA}, raw);
            const ShapedText text = shape(FaceSet({{shared(*face)}}), to_utf8(line), direction);
            ASSERT_EQ(text.glyphs.size(), raw.size());
            for (std::size_t i = 0; i < raw.size(); ++i)
                EXPECT_EQ(text.glyphs[i].glyph, raw[i].glyph) << face->postscript_name() << i;
        }
    }
}

/// Every pair of neighbours that could join: where HarfBuzz makes two glyphs of them that are their
/// own, so does the short way; where it makes a ligature, it is asked.
TEST(Shape, NeighboursThatCouldJoinAreHarfbuzzs) {
    for (const Face* face : {&ipamj(), &ipaex_mincho()}) {
        const FaceSet faces({{shared(*face)}});
        std::vector<char32_t> starts;
        for (char32_t c = 0x21; c < 0x3400; ++c) {
            const auto glyph = face->glyph(c);
            if (glyph && face->feature_reach().ligature_starts.contains(*glyph))
                starts.push_back(c);
        }
        std::size_t compared = 0;
        std::vector<RawGlyph> raw;
        for (const char32_t first : starts) {
            for (const char32_t second : starts) {
                const char32_t pair[] = {first, second};
                const ShapedText text = shape(faces, to_utf8({pair, 2}), Horizontal);
                if (text.characters.size() != 2) continue;
                const int script = script_of(first, han_script);
                if (script_of(second, script) != script) continue;
                shape_run(*face, std::vector<CodePointInRun>{{first, 0}, {second, 1}},
                          {Horizontal, script}, raw);
                if (raw.size() != 2) continue;  // a ligature of two letters is taken apart again
                ++compared;
                ASSERT_EQ(text.glyphs[0].glyph, raw[0].glyph) << std::uint32_t{first};
                ASSERT_EQ(text.glyphs[1].glyph, raw[1].glyph) << std::uint32_t{second};
            }
        }
        EXPECT_GT(starts.size(), 20U);
        EXPECT_GT(compared, 400U);
    }
}

TEST(Shape, LettersKeepAGlyphEach) {
    const ShapedText text = shape(*library().gothic, "office ffi fl", Horizontal);
    for (const ShapedCharacter& character : text.characters)
        EXPECT_EQ(character.glyph_count, 1U);
}

TEST(Shape, SidewaysTextIsHorizontalTextOnTheCentreLine) {
    const ShapedText down = shape(*library().mincho, "Tokyo", Vertical);
    const ShapedText across = shape(*library().mincho, "Tokyo", Horizontal);
    ASSERT_EQ(down.glyphs.size(), across.glyphs.size());
    const double baseline = -(1802.0 - 246.0) / 2 / 2048;
    for (std::size_t i = 0; i < down.glyphs.size(); ++i) {
        EXPECT_EQ(down.characters[i].orientation, Orientation::Sideways);
        EXPECT_EQ(down.glyphs[i].advance, across.glyphs[i].advance);
        EXPECT_EQ(down.glyphs[i].x, 0);
        EXPECT_NEAR(down.glyphs[i].y, baseline, 1e-9);
    }
}

TEST(Shape, EveryMissingCharacterIsListed) {
    const ShapedText text = shape(
        *library().mincho, "山\U000E01EF田\ue777&MJ999999;\U0010FFFE辻\U000E0102", Horizontal);
    ASSERT_EQ(text.missing.size(), 4U);
    EXPECT_EQ(text.missing[0].character, 0U);
    EXPECT_EQ(text.missing[0].reason, MissingReason::NoSequence);
    EXPECT_EQ(text.missing[1].character, 2U);
    EXPECT_EQ(text.missing[1].reason, MissingReason::ForeignPrivateUse);
    EXPECT_EQ(text.missing[2].reason, MissingReason::NoNamedGlyph);
    EXPECT_EQ(text.missing[3].reason, MissingReason::NoGlyph);
    for (const MissingCharacter& missing : text.missing) {
        const ShapedCharacter& character = text.characters[missing.character];
        EXPECT_TRUE(character.missing);
        ASSERT_EQ(character.glyph_count, 1U);
        EXPECT_EQ(text.glyphs[character.first_glyph].glyph, ipamj().glyph(U'〓'));
    }
    EXPECT_FALSE(text.characters.back().missing);
}

TEST(Shape, WithoutAnyFaceTheCellStaysEmpty) {
    const ShapedText text = shape(FaceSet({}), "国A", Horizontal);
    ASSERT_EQ(text.characters.size(), 2U);
    EXPECT_EQ(text.characters[0].face, nullptr);
    EXPECT_EQ(text.characters[0].glyph_count, 0U);
    EXPECT_EQ(text.characters[0].advance, 1);
    EXPECT_EQ(text.missing.size(), 2U);
}

TEST(Shape, ARecordedMappingShowsTheOtherSequence) {
    const FaceSet faces({{shared(ipamj()), FaceRole::Text, {Collection::MojiJoho}}},
                        {{U'辻', 0xe01ef, 0xe0102, "test"}});
    // The comma's vertical form makes HarfBuzz shape the run: it must be given the selector that
    // was answered, or it would show the base.
    for (const std::string text : {"辻\U000E01EF", "辻\U000E01EF、"}) {
        const ShapedText shaped = shape(faces, text, Vertical);
        EXPECT_TRUE(shaped.missing.empty());
        EXPECT_EQ(shaped.glyphs[0].glyph, ipamj().glyph(U'辻', 0xe0102));
    }
}

TEST(Shape, OffsetsAreBytesOfTheText) {
    const ShapedText text = shape(*library().mincho, "a邉\U000E010F&MJ003719;か\u309a", Horizontal);
    ASSERT_EQ(text.characters.size(), 4U);
    EXPECT_EQ(text.characters[1].offset, 1U);
    EXPECT_EQ(text.characters[1].size, 7U);
    EXPECT_EQ(text.characters[2].size, 10U);
    EXPECT_EQ(text.characters[3].size, 6U);
    EXPECT_EQ(text.characters[3].glyph_count, 1U);
}

TEST(Shape, EmptyTextHasNoCharacters) {
    EXPECT_TRUE(shape(*library().mincho, "", Vertical).characters.empty());
}

TEST(Shape, ManyThreadsSeeTheSame) {
    const std::string sample = "住民異動届（転入）かくか\u309a、辻\U000E0102 Tokyo −１";
    const FontLibrary fresh = open_installed_fonts().value();
    const ShapedText expected = shape(*library().gothic, sample, Vertical);
    std::vector<std::thread> threads;
    std::vector<int> equal(4);
    for (int& result : equal) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) {
                const ShapedText text = shape(*fresh.gothic, sample, Vertical);
                if (text.glyphs.size() != expected.glyphs.size()) return;
                for (std::size_t k = 0; k < text.glyphs.size(); ++k)
                    if (text.glyphs[k].glyph != expected.glyphs[k].glyph) return;
            }
            result = 1;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_THAT(equal, testing::Each(1));
}

Diagnostic explain_first(std::string text) {
    const ShapedText shaped = shape(*library().mincho, std::move(text), Horizontal);
    return explain_missing(shaped, shaped.missing.at(0), Severity::Warning);
}

TEST(ExplainMissing, NamesTheCharacterAndItsPlace) {
    const Diagnostic finding = explain_first("渡邉\U000E01EF花子");
    EXPECT_EQ(finding.severity, Severity::Warning);
    EXPECT_EQ(finding.code, "character.no-sequence");
    EXPECT_EQ(finding.origin.character, (CharacterPlace{"邉\U000E01EF", "U+9089 U+E01EF", 1}));
    EXPECT_THAT(finding.message.ja, testing::HasSubstr("U+9089 U+E01EF"));
    EXPECT_THAT(finding.message.en, testing::HasSubstr("U+9089 U+E01EF"));
    EXPECT_THAT(finding.message.ja, testing::Not(testing::HasSubstr("花")));
    EXPECT_FALSE(finding.hints.empty());
}

TEST(ExplainMissing, EachReasonHasItsCode) {
    EXPECT_EQ(explain_first("\u0378").code, "character.no-glyph");
    EXPECT_EQ(explain_first("&GJ999999;").code, "character.no-named-glyph");
    EXPECT_EQ(explain_first("\ue777").code, "character.foreign-private-use");
}

TEST(ExplainMissing, AnInvisibleCharacterIsNamedByItsCodeAlone) {
    const Diagnostic finding = explain_first("\u0001");
    EXPECT_EQ(finding.message.en.find('\u0001'), std::string::npos);
    EXPECT_THAT(finding.message.ja, testing::HasSubstr("U+0001"));
}

}  // namespace

}  // namespace madoguchi::fonts
