#include "render/pdf/font.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/pdf/embedded_font.h"
#include "render/pdf/font_pool.h"
#include "tests/unit/render/pdf_fixture.h"

namespace madoguchi::render::pdf {
namespace {

using namespace tests;
using testing::HasSubstr;

fonts::GlyphId glyph(char32_t character) {
    return *ipamj()->glyph(character);
}

TEST(PdfFont, CountsCodesFromOne) {
    FontUse font(*ipamj());
    EXPECT_EQ(font.add(glyph(U'東'), "東")->code, 1);
    EXPECT_EQ(font.add(glyph(U'京'), "京")->code, 2);
    EXPECT_EQ(font.codes().find(glyph(U'東'), "東")->code, 1);
    EXPECT_EQ(font.codes().find(glyph(U'東'), "京"), nullptr);
    EXPECT_EQ(font.codes().find(glyph(U'東'), "東")->width, 1000);
}

TEST(PdfFont, TakesTheCidOfACffGlyphAsItsCode) {
    const fonts::GlyphId one = *noto_serif()->glyph(U'一');
    FontUse font(*noto_serif());
    const GlyphCode first = *font.add(one, "一");
    const GlyphCode second = *font.add(one, "⼀");
    EXPECT_NE(first.code, 0);
    EXPECT_EQ(second.code, first.code);
    EXPECT_TRUE(first.exact);
    EXPECT_FALSE(second.exact);
}

TEST(PdfFont, MapsEachCodeToItsWholeText) {
    FontUse font(*ipamj());
    font.add(glyph(U'辻'), "辻\U000E0102");
    font.add(glyph(U'東'), "&MJ003719;");
    EXPECT_THAT(to_unicode_cmap(font.codes()),
                HasSubstr("2 beginbfchar\n<0001> <8FBBDB40DD02>\n"
                          "<0002> <0026004D004A003000300033003700310039003B>\nendbfchar\n"));
}

TEST(PdfFont, SplitsTheMappingIntoBlocksOfAHundred) {
    FontUse font(*ipamj());
    for (char32_t i = 0; i < 101; ++i) {
        std::string text;
        text += static_cast<char>('!' + i % 90);
        text += static_cast<char>('!' + i / 90);
        font.add(1 + i, text);
    }
    const std::string cmap = to_unicode_cmap(font.codes());
    EXPECT_THAT(cmap, HasSubstr("\n100 beginbfchar\n"));
    EXPECT_THAT(cmap, HasSubstr("\n1 beginbfchar\n<0065>"));
}

TEST(PdfFont, AGlyphWithABlankBehindItHasACodeOfItsOwn) {
    FontUse font(*ipamj());
    font.add(glyph(U'年'), "年");
    font.add(glyph(U'年'), "年", 250);
    EXPECT_EQ(font.codes().find(glyph(U'年'), "年")->code, 1);
    EXPECT_EQ(font.codes().find(glyph(U'年'), "年", 250)->code, 2);
    EXPECT_EQ(font.codes().find(glyph(U'年'), "年", 250)->width, 1250);
    const auto embedded = embed(font, 0, horizontal_use, Effort::Record);
    ASSERT_TRUE(embedded.ok());
    EXPECT_EQ(embedded->widths, "[2[1250]]");
    EXPECT_THAT(to_unicode_cmap(font.codes()), HasSubstr("<0001> <5E74>\n<0002> <5E74>\n"));
    font.truncate(1);
    EXPECT_TRUE(font.plan().blanks.empty());
}

TEST(PdfFont, WritesWidthsOnlyWhereTheyDifferFromTheUsual) {
    FontUse font(*ipamj());
    font.add(glyph(U'東'), "東");
    font.add(glyph(U'A'), "A");
    font.add(glyph(U'B'), "B");
    font.add(glyph(U'京'), "京");
    font.add(glyph(U'ｱ'), "ｱ");
    const auto embedded = embed(font, 0, horizontal_use, Effort::Record);
    ASSERT_TRUE(embedded.ok());
    const auto width = [](char32_t c) {
        return std::to_string((ipamj()->advance(glyph(c)) * 1000 + 1024) / 2048);
    };
    EXPECT_EQ(embedded->widths,
              "[2[" + width(U'A') + " " + width(U'B') + "]5[" + width(U'ｱ') + "]]");
    EXPECT_EQ(embedded->vertical_widths, "");
}

TEST(PdfFont, NamesSubsetsByTheirGlyphs) {
    FontUse one(*ipamj()), other(*ipamj());
    one.add(glyph(U'東'), "東");
    other.add(glyph(U'京'), "京");
    const std::string first = embed(one, 0, horizontal_use, Effort::Record)->base_font;
    EXPECT_THAT(first, testing::MatchesRegex("[A-Z][A-Z][A-Z][A-Z][A-Z][A-Z][+]IPAmjMincho"));
    EXPECT_EQ(embed(one, 0, horizontal_use, Effort::Record)->base_font, first);
    EXPECT_NE(embed(other, 0, horizontal_use, Effort::Record)->base_font, first);
    EXPECT_NE(embed(one, 1, horizontal_use, Effort::Record)->base_font, first);
}

TEST(PdfFontPool, ReusesCodesOfAPreparedFont) {
    FontUse use(*ipamj());
    use.add(glyph(U'東'), "東");
    const EmbeddedFont embedded = *embed(use, 0, horizontal_use, Effort::Record);
    const std::vector<PreparedFont> prepared = {{use, embedded}};
    FontPool pool(prepared);
    FontPool::FaceFonts& face = pool.face(*ipamj());
    EXPECT_EQ(pool.glyph(face, glyph(U'東'), "東").font, 0u);
    EXPECT_TRUE(pool.own().empty());
    const PooledGlyph added = pool.glyph(face, glyph(U'京'), "京");
    EXPECT_EQ(added.font, 1u);
    EXPECT_EQ(added.code.code, 1);
    EXPECT_EQ(pool.resource_name(0, horizontal_use), "S0");
    EXPECT_EQ(pool.resource_name(1, vertical_use), "R0v");
}

TEST(PdfFontPool, StartsAFurtherFontWhenAllCodesAreTaken) {
    FontPool pool;
    FontPool::FaceFonts& face = pool.face(*ipamj());
    std::string text = "aaaa";
    PooledGlyph last;
    for (int i = 0; i < 65535; ++i) {
        for (int digit = 0, rest = i; digit < 4; ++digit, rest /= 26) {
            text[static_cast<std::size_t>(digit)] = static_cast<char>('a' + rest % 26);
        }
        last = pool.glyph(face, 1, text);
        if (i == 65533) {
            EXPECT_EQ(last.code.code, 65534);
        }
    }
    EXPECT_EQ(last.font, 1u);
    EXPECT_EQ(last.code.code, 1);
    EXPECT_EQ(pool.glyph(face, 1, "aaaa").font, 0u);
}

TEST(PdfFontPool, RollsBackToWhatWasThere) {
    FontPool pool;
    FontPool::FaceFonts& face = pool.face(*ipamj());
    pool.glyph(face, glyph(U'東'), "東");
    const FontPool::Mark mark = pool.mark();
    pool.glyph(face, glyph(U'京'), "京");
    pool.glyph(pool.face(*noto_serif()), *noto_serif()->glyph(U'一'), "一");
    pool.rollback(mark);
    ASSERT_EQ(pool.own().size(), 1u);
    EXPECT_EQ(pool.own()[0].plan().glyphs.size(), 2u);
    EXPECT_EQ(pool.own()[0].codes().find(glyph(U'京'), "京"), nullptr);
    EXPECT_EQ(pool.glyph(pool.face(*ipamj()), glyph(U'都'), "都").code.code, 2);
}

TEST(PdfFontPool, RollsBackASecondTextOfACffGlyphAlone) {
    const fonts::GlyphId one = *noto_serif()->glyph(U'一');
    FontUse font(*noto_serif());
    font.add(one, "一");
    font.add(one, "⼀");
    font.truncate(1);
    EXPECT_EQ(font.plan().glyphs.size(), 2u);
    EXPECT_FALSE(font.add(one, "⼀")->exact);
    font.truncate(0);
    EXPECT_EQ(font.plan().glyphs.size(), 1u);
    EXPECT_TRUE(font.add(one, "⼀")->exact);
}

}  // namespace
}  // namespace madoguchi::render::pdf
