#include "fonts/outline.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "freetype_judge.h"

namespace madoguchi::fonts {

namespace {

/// Every 97th glyph. FreeType rounds the points that TrueType implies to whole units.
void expect_same_outlines(const Face& face, const FreeTypeJudge& judge) {
    ASSERT_TRUE(judge.opened());
    std::size_t drawn = 0;
    for (GlyphId glyph = 1; glyph < face.glyph_count(); glyph += 97) {
        const Outline ours = without_empty_lines(outline(face, glyph));
        EXPECT_LE(distance(ours, judge.outline(glyph)), 1)
            << face.postscript_name() << " " << glyph;
        if (!ours.empty()) ++drawn;
    }
    EXPECT_GT(drawn, face.glyph_count() / 97 * 9 / 10);
}

TEST(Outline, OfTrueTypeIsFreeTypes) {
    expect_same_outlines(ipamj(),
                         FreeTypeJudge::of_file("/usr/share/fonts/truetype/ipamj/ipamjm.ttf", 0));
}

TEST(Outline, OfCffIsFreeTypes) {
    expect_same_outlines(
        noto_serif(),
        FreeTypeJudge::of_file("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 0));
}

TEST(Outline, OfASpaceIsEmpty) {
    EXPECT_TRUE(outline(ipamj(), *ipamj().glyph(U' ')).empty());
}

TEST(Outline, HasTheStepsThatWereDrawn) {
    const Outline expected = {MoveTo{{0, 0}}, LineTo{{500, 800}}, QuadTo{{700, 400}, {1000, 0}},
                              LineTo{{0, 0}}, ClosePath{}};
    EXPECT_EQ(outline(*gaiji_face(), *gaiji_face()->glyph(0xe000)), expected);
}

}  // namespace

}  // namespace madoguchi::fonts
