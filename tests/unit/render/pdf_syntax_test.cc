#include "render/pdf/syntax.h"

#include <gtest/gtest.h>

namespace madoguchi::render::pdf {
namespace {

std::string millipoints(MilliPoints value) {
    std::string out;
    append_millipoints(out, value);
    return out;
}

std::string name(std::string_view text) {
    std::string out;
    append_name(out, text);
    return out;
}

std::string text_string(std::string_view text) {
    std::string out;
    append_text_string(out, text);
    return out;
}

TEST(PdfSyntax, WritesPointsWithoutTrailingZeros) {
    EXPECT_EQ(millipoints(0), "0");
    EXPECT_EQ(millipoints(12000), "12");
    EXPECT_EQ(millipoints(12500), "12.5");
    EXPECT_EQ(millipoints(-1), "-0.001");
    EXPECT_EQ(millipoints(-14400005), "-14400.005");
}

TEST(PdfSyntax, RoundsLengthsToTheNearestThousandthOfAPoint) {
    EXPECT_EQ(to_millipoints(Length::pt(10.5)), 10500);
    EXPECT_EQ(to_millipoints(Length::mm(210)), 595276);
    EXPECT_EQ(to_millipoints(Length::mm(-210)), -595276);
    EXPECT_EQ(to_millipoints(Length::units(6)), 0);
    EXPECT_EQ(to_millipoints(Length::units(7)), 1);
    EXPECT_EQ(to_millipoints(Length::units(-7)), -1);
}

TEST(PdfSyntax, EscapesWhatMayNotStandInAName) {
    EXPECT_EQ(name("IPAmjMincho"), "/IPAmjMincho");
    EXPECT_EQ(name("a b#/(漢"), "/a#20b#23#2F#28#E6#BC#A2");
}

TEST(PdfSyntax, WritesTextStringsAsUtf16) {
    EXPECT_EQ(text_string("A辻\U000E0102"), "<FEFF00418FBBDB40DD02>");
    EXPECT_EQ(text_string("𠮷"), "<FEFFD842DFB7>");
    EXPECT_EQ(text_string(""), "<FEFF>");
    EXPECT_EQ(utf16_size("A辻\U000E0102"), 4u);
}

}  // namespace
}  // namespace madoguchi::render::pdf
