#include "base/units.h"

#include <gtest/gtest.h>

namespace madoguchi {
namespace {

std::string decimal(double value, int decimals) {
    std::string out;
    append_decimal(out, value, decimals);
    return out;
}

TEST(Length, MillimetresPointsAndQMeetOnWholeUnits) {
    EXPECT_EQ(Length::mm(25.4), Length::pt(72));
    EXPECT_EQ(Length::q(4), Length::mm(1));
    EXPECT_EQ(Length::mm100(1).units(), 360);
    EXPECT_EQ(Length::pt(0.1).units(), 1270);
}

TEST(Length, ScalesToTheNearestUnit) {
    EXPECT_EQ(Length::units(3).scaled(0.5).units(), 2);
    EXPECT_EQ(Length::units(-3).scaled(0.5).units(), -2);
}

TEST(AppendDecimal, WritesTheShortestFormWithinTheGivenDigits) {
    EXPECT_EQ(decimal(12.5, 3), "12.5");
    EXPECT_EQ(decimal(-0.25, 2), "-0.25");
    EXPECT_EQ(decimal(3, 2), "3");
    EXPECT_EQ(decimal(0.125, 2), "0.13");
    EXPECT_EQ(decimal(100, 0), "100");
    EXPECT_EQ(decimal(1.005, 3), "1.005");
}

TEST(AppendDecimal, NeverWritesMinusZero) {
    EXPECT_EQ(decimal(-0.0001, 2), "0");
}

}  // namespace
}  // namespace madoguchi
