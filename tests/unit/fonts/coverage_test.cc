// Debian's fonts against the sets that municipalities use: complete, and each shape the very one.
#include "fonts/mj/coverage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixtures.h"

namespace madoguchi::fonts {
namespace {

TEST(Coverage, EveryMjCharacterIsDrawnWithTheGlyphOfItsNumber) {
    const MjCoverage coverage = cover_mj(*library().mincho, ipamj(), table());
    EXPECT_EQ(coverage.characters.total, 58'862U);
    EXPECT_EQ(coverage.characters.drawn, 58'862U);
    EXPECT_THAT(coverage.other_glyph, testing::IsEmpty());
    EXPECT_EQ(coverage.by_name_only.size(), 21U);
    EXPECT_EQ(coverage.sequences.total, 11'382U);
    EXPECT_EQ(coverage.sequences.drawn, 11'382U);
    EXPECT_EQ(coverage.equal_to_base, 5'057U);
}

TEST(Coverage, EveryCharacterOfJisX0213IsDrawn) {
    const CoveredSet covered = cover_jis_x_0213(*library().mincho);
    EXPECT_EQ(covered.total, 11'233U);
    EXPECT_THAT(covered.missing, testing::IsEmpty());
    EXPECT_EQ(cover_jis_x_0213(*library().gothic).drawn, 11'233U);
}

}  // namespace
}  // namespace madoguchi::fonts
