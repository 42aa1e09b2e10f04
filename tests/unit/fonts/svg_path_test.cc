#include "fonts/gaiji/svg_path.h"

#include <gtest/gtest.h>

namespace madoguchi::fonts {

namespace {

TEST(SvgPath, AbsoluteCommands) {
    const Outline expected = {MoveTo{{0, 0}},
                              LineTo{{10, 0}},
                              LineTo{{10, 20}},
                              QuadTo{{5, 30}, {0, 20}},
                              CubicTo{{1, 2}, {3, 4}, {5, 6}},
                              ClosePath{}};
    EXPECT_EQ(read_svg_path("M0 0H10V20Q5 30 0 20C1 2 3 4 5 6Z").value(), expected);
}

TEST(SvgPath, RelativeCommandsAndCommas) {
    const Outline expected = {MoveTo{{1, 1}}, LineTo{{3, 1}}, LineTo{{3, 4}}, LineTo{{2.5, 4.5}},
                              ClosePath{}};
    EXPECT_EQ(read_svg_path("m1,1 h2 v3 l-.5.5z").value(), expected);
}

TEST(SvgPath, FurtherPairsRepeatTheCommand) {
    const Outline expected = {MoveTo{{0, 0}}, LineTo{{1, 1}}, LineTo{{2, 0}}, ClosePath{}};
    EXPECT_EQ(read_svg_path("M 0 0 1 1 2 0 Z").value(), expected);
    EXPECT_EQ(read_svg_path("m 0 0 1 1 1-1").value(), expected);
}

TEST(SvgPath, SmoothCurvesReflectTheControlPoint) {
    const Outline quads = {MoveTo{{0, 0}}, QuadTo{{1, 2}, {2, 0}}, QuadTo{{3, -2}, {4, 0}},
                           ClosePath{}};
    EXPECT_EQ(read_svg_path("M0 0Q1 2 2 0T4 0").value(), quads);
    const Outline cubics = {MoveTo{{0, 0}}, CubicTo{{0, 1}, {1, 2}, {2, 0}},
                            CubicTo{{3, -2}, {4, 1}, {4, 0}}, ClosePath{}};
    EXPECT_EQ(read_svg_path("M0 0C0 1 1 2 2 0S4 1 4 0").value(), cubics);
}

TEST(SvgPath, OpenContoursAreClosed) {
    const Outline expected = {MoveTo{{0, 0}}, LineTo{{1, 0}}, ClosePath{},
                              MoveTo{{5, 5}}, LineTo{{6, 5}}, ClosePath{}};
    EXPECT_EQ(read_svg_path("M0 0L1 0M5 5L6 5").value(), expected);
}

TEST(SvgPath, ASegmentBehindACloseStartsWhereTheContourDid) {
    const Outline expected = {MoveTo{{1, 1}}, LineTo{{2, 1}}, ClosePath{},
                              MoveTo{{1, 1}}, LineTo{{1, 3}}, ClosePath{}};
    EXPECT_EQ(read_svg_path("M1 1H2zV3z").value(), expected);
}

struct BadPath {
    const char* data;
    std::size_t column;
};

class SvgPathErrors : public testing::TestWithParam<BadPath> {};

TEST_P(SvgPathErrors, NameTheirPlace) {
    const auto outline = read_svg_path(GetParam().data);
    ASSERT_FALSE(outline.ok());
    EXPECT_EQ(outline.findings().front().code, "gaiji.svg-path");
    EXPECT_EQ(outline.findings().front().origin.source->column, GetParam().column);
}

INSTANTIATE_TEST_SUITE_P(All, SvgPathErrors,
                         testing::Values(BadPath{"L1 1", 1}, BadPath{"1 1", 1}, BadPath{"M1", 3},
                                         BadPath{"M0 0 L1 x", 9}, BadPath{"M0 0A1 1 0 0 1 2 2", 6},
                                         BadPath{"M0 0 Z 1 1", 8}, BadPath{"M inf 0", 3},
                                         BadPath{"M0 0L1e999 0", 6}, BadPath{"M0 0 #", 6},
                                         BadPath{"M0 0L+-1 0", 6}));

TEST(SvgPath, NothingIsABlankDrawing) {
    EXPECT_TRUE(read_svg_path("  ").value().empty());
}

TEST(ToFontUnits, TurnsTheDrawingUpright) {
    const Outline drawing = {MoveTo{{10, 10}}, LineTo{{60, 110}}, QuadTo{{10, 10}, {110, 10}},
                             CubicTo{{10, 10}, {10, 10}, {10, 10}}, ClosePath{}};
    const Outline expected = {MoveTo{{0, 880}}, LineTo{{500, -120}}, QuadTo{{0, 880}, {1000, 880}},
                              CubicTo{{0, 880}, {0, 880}, {0, 880}}, ClosePath{}};
    EXPECT_EQ(to_font_units(drawing, {10, 10, 100}, 1000, 880), expected);
}

}  // namespace

}  // namespace madoguchi::fonts
