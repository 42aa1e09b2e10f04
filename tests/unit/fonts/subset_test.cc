#include "fonts/subset.h"

#include <gtest/gtest.h>

#include <string>

#include "fixtures.h"
#include "fonts/gaiji/svg_path.h"
#include "fonts/glyf.h"
#include "fonts/sfnt.h"
#include "freetype_judge.h"

namespace madoguchi::fonts {

namespace {

SubsetPlan plan_of(const Face& face, std::u32string_view text) {
    SubsetPlan plan{&face, {0}};
    for (const char32_t c : text)
        plan.glyphs.push_back(*face.glyph(c));
    return plan;
}

std::uint32_t sum_of(ByteView bytes) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4)
        sum += read_u32(bytes, i);
    return sum;
}

TEST(Subset, GivesAGlyphTheBlankBehindIt) {
    SubsetPlan plan = plan_of(ipamj(), U"年年");
    plan.blanks = {{2, 512}};
    const auto part = FreeTypeJudge::of_bytes(subset(plan).value().bytes);
    ASSERT_TRUE(part.opened());
    EXPECT_EQ(part.advance(2), part.advance(1) + 512);
    EXPECT_EQ(distance(part.outline(1), part.outline(2)), 0);
    plan.blanks = {{3, 512}};
    EXPECT_FALSE(subset(plan).ok());
}

TEST(Subset, TrueTypeGlyphsStandUnderTheirCodes) {
    const SubsetPlan plan = plan_of(ipamj(), U"国 亜A国");
    const FontProgram program = subset(plan).value();
    EXPECT_EQ(program.format, ProgramFormat::TrueType);
    const auto part = FreeTypeJudge::of_bytes(program.bytes);
    ASSERT_TRUE(part.opened());
    EXPECT_EQ(part.glyph_count(), 6U);
    for (std::size_t i = 1; i < plan.glyphs.size(); ++i) {
        const unsigned code = code_of(plan, i);
        EXPECT_EQ(code, i);
        EXPECT_EQ(
            distance(part.outline(code), without_empty_lines(outline(ipamj(), plan.glyphs[i]))), 0);
        EXPECT_EQ(part.advance(code), ipamj().advance(plan.glyphs[i]));
    }
}

TEST(Subset, TrueTypeHoldsWhatAViewerNeedsAndItsChecksumsAreRight) {
    const FontProgram program = subset(plan_of(ipamj(), U"国亜")).value();
    const ByteView bytes = program.bytes;
    EXPECT_EQ(sum_of(bytes), 0xb1b0afbaU);
    ASSERT_EQ(read_u16(bytes, 4), 6);
    std::string tags;
    for (std::size_t at = 12; at < 12 + 6 * 16; at += 16) {
        tags += std::string(as_text(bytes.subspan(at, 4))) + " ";
        const std::size_t offset = read_u32(bytes, at + 8);
        const std::size_t padded = (read_u32(bytes, at + 12) + 3) / 4 * 4;
        Bytes table(bytes.begin() + static_cast<std::ptrdiff_t>(offset),
                    bytes.begin() + static_cast<std::ptrdiff_t>(offset + padded));
        if (as_text(bytes.subspan(at, 4)) == "head") std::fill_n(table.begin() + 8, 4, 0);
        EXPECT_EQ(sum_of(table), read_u32(bytes, at + 4)) << tags;
    }
    EXPECT_EQ(tags, "glyf head hhea hmtx loca maxp ");
}

TEST(Subset, TrueTypeDropsInstructions) {
    const SubsetPlan plan = plan_of(ipaex_mincho(), U"国");
    const auto tables = read_glyf_tables(ipaex_mincho());
    ASSERT_TRUE(tables);
    const ByteView original = *tables->glyph(plan.glyphs[1]);
    const std::size_t contours = read_u16(original, 0);
    ASSERT_GT(read_u16(original, 10 + contours * 2), 0);
    Bytes copy;
    ASSERT_TRUE(append_simple_glyph(original, copy));
    EXPECT_EQ(read_u16(copy, 10 + contours * 2), 0);
    EXPECT_LT(copy.size(), original.size());
}

TEST(Subset, TheSamePlanGivesTheSameBytes) {
    for (const Face* face : {&ipamj(), &noto_serif()}) {
        const SubsetPlan plan = plan_of(*face, U"東京都千代田区");
        EXPECT_EQ(subset(plan)->bytes, subset(plan)->bytes);
    }
}

TEST(Subset, CffGlyphsStandUnderTheirCids) {
    const SubsetPlan plan = plan_of(noto_serif(), U"国亜A");
    const FontProgram program = subset(plan).value();
    EXPECT_EQ(program.format, ProgramFormat::Cff);
    const auto part = FreeTypeJudge::of_bytes(program.bytes);
    ASSERT_TRUE(part.opened());
    // FreeType counts the glyphs of a bare CID-keyed font by CID.
    for (std::size_t i = 1; i < plan.glyphs.size(); ++i) {
        EXPECT_EQ(distance(part.outline(code_of(plan, i)),
                           without_empty_lines(outline(noto_serif(), plan.glyphs[i]))),
                  0);
    }
    EXPECT_LT(program.bytes.size(), 3000U);
}

TEST(Subset, NameKeyedCffKeepsItsGlyphNumbers) {
    const auto face = Face::from_bytes(name_keyed_font(), "name-keyed").value();
    EXPECT_EQ(face->outline_format(), OutlineFormat::NameKeyedCff);
    const SubsetPlan plan{face.get(), {0, 2}};
    EXPECT_EQ(code_of(plan, 1), 2);
    const auto part = FreeTypeJudge::of_bytes(subset(plan)->bytes);
    ASSERT_TRUE(part.opened());
    const Outline expected = {MoveTo{{0, 0}},   LineTo{{300, 0}}, LineTo{{300, 400}},
                              LineTo{{0, 400}}, LineTo{{0, 0}},   ClosePath{}};
    EXPECT_EQ(part.outline(2), expected);
    EXPECT_TRUE(part.outline(1).empty());
}

TEST(Subset, NotdefOrAForeignGlyphIsAFinding) {
    EXPECT_FALSE(subset({&ipamj(), {0, 0}}).ok());
    EXPECT_FALSE(subset({&ipamj(), {0, ipamj().glyph_count()}}).ok());
    EXPECT_FALSE(subset({&ipamj(), {}}).ok());
    EXPECT_FALSE(subset({&ipamj(), {5}}).ok());
    EXPECT_EQ(subset({&ipamj(), {0, 0}}).findings().front().code, "font.subset-plan");
}

TEST(Subset, OfNothingIsAFontOfNotdef) {
    const auto part = FreeTypeJudge::of_bytes(subset({&ipamj(), {0}})->bytes);
    ASSERT_TRUE(part.opened());
    EXPECT_EQ(part.glyph_count(), 1U);
}

/// The invented gaiji with one more glyph behind, which is `composite`.
std::shared_ptr<const Face> with_composite(const Bytes& composite) {
    const Face& model = *gaiji_face();
    std::vector<SfntTable> tables;
    for (const std::string_view tag :
         {"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}) {
        const ByteView table = model.table(tag);
        tables.push_back({tag, Bytes(table.begin(), table.end())});
    }
    Bytes& glyf = tables[2].bytes;
    glyf.insert(glyf.end(), composite.begin(), composite.end());
    append_u32(tables[6].bytes, static_cast<std::uint32_t>(glyf.size()));
    tables[4].bytes[35] = 4;  // hhea.numberOfHMetrics
    append_u32(tables[5].bytes, 1000U << 16);
    tables[7].bytes[5] = 4;  // maxp.numGlyphs
    return Face::from_bytes(write_sfnt(std::move(tables)), "composite").value();
}

/// One component each of these glyphs, and instructions behind.
Bytes composite_of(std::initializer_list<unsigned> glyphs) {
    Bytes out;
    append_u16(out, 0xffff);
    out.resize(10);
    std::size_t left = glyphs.size();
    for (const unsigned glyph : glyphs) {
        append_u16(out, 0x0003 | 0x0100 | (--left > 0 ? 0x0020 : 0));
        append_u16(out, glyph);
        append_u16(out, left == 0 ? 100 : 0), append_u16(out, 0);
    }
    append_u16(out, 2), append_u16(out, 0x4b4b);
    return out;
}

TEST(Subset, ComponentsOfACompositeComeAlong) {
    const auto face = with_composite(composite_of({1, 2}));
    const SubsetPlan plan{face.get(), {0, 3}};
    const auto part = FreeTypeJudge::of_bytes(subset(plan)->bytes);
    ASSERT_TRUE(part.opened());
    EXPECT_EQ(part.glyph_count(), 4U);
    const Outline whole = without_empty_lines(outline(*face, 3));
    ASSERT_FALSE(whole.empty());
    EXPECT_EQ(part.outline(1), whole);
}

TEST(Subset, AComponentOfThePlanIsNotCopiedAgain) {
    const auto face = with_composite(composite_of({1, 2}));
    const auto part = FreeTypeJudge::of_bytes(subset({face.get(), {0, 2, 3, 1}})->bytes);
    ASSERT_TRUE(part.opened());
    EXPECT_EQ(part.glyph_count(), 4U);
    EXPECT_EQ(part.outline(2), without_empty_lines(outline(*face, 3)));
}

TEST(Subset, ACompositeOfItselfIsAFinding) {
    const auto face = with_composite(composite_of({1, 3}));
    const auto program = subset({face.get(), {0, 3}});
    ASSERT_FALSE(program.ok());
    EXPECT_EQ(program.findings().front().code, "font.contradiction");
}

TEST(Subset, AComponentOutsideOfTheFontIsAFinding) {
    const auto face = with_composite(composite_of({1, 900}));
    EXPECT_FALSE(subset({face.get(), {0, 3}}).ok());
}

}  // namespace

}  // namespace madoguchi::fonts
