#include "render/layout/justify.h"

#include <gtest/gtest.h>

#include "tests/support/plain_text.h"

namespace madoguchi::render {
namespace {

using templates::Align;

Spread spread_text(const std::string& text, double measure, Align align) {
    const Paragraph paragraph = plain_paragraph(text);
    return spread({paragraph, 0, paragraph.size()}, paragraph.width, measure, align);
}

TEST(Justify, StartCentreEnd) {
    EXPECT_EQ(spread_text("氏名", 10, Align::Start).start, 0);
    EXPECT_EQ(spread_text("氏名", 10, Align::Centre).start, 4);
    EXPECT_EQ(spread_text("氏名", 10, Align::End).start, 8);
}

TEST(Justify, EvenSpacingPutsTheOuterCharactersAtTheEdges) {
    const Spread two = spread_text("氏名", 10, Align::Even);
    EXPECT_EQ(two.start, 0);
    EXPECT_EQ(two.gaps.open, 8);
    EXPECT_EQ(two.width, 10);
    EXPECT_EQ(spread_text("生年月日", 10, Align::Even).gaps.open, 2);
}

TEST(Justify, OneCharacterStandsInTheMiddle) {
    const Spread one = spread_text("印", 10, Align::Even);
    EXPECT_EQ(one.start, 4.5);
    EXPECT_EQ(one.gaps.open, 0);
}

TEST(Justify, WordsAndNumbersStayWhole) {
    EXPECT_EQ(spread_text("第12号", 7, Align::Even).gaps.open, 2);  // 第, 12, 号
    EXPECT_EQ(spread_text("ABC", 7.5, Align::Even).start, 3);
    EXPECT_EQ(spread_text("あ――い", 10, Align::Even).gaps.open, 3);
}

TEST(Justify, BothEndsMeetTheMeasureUnlessTheLineWouldBeTornApart) {
    EXPECT_EQ(spread_text("東京都千代", 6, Align::Justify).gaps.open, 0.25);
    EXPECT_EQ(spread_text("東京都千代", 6, Align::Justify).width, 6);
    EXPECT_EQ(spread_text("東京都千代", 9, Align::Justify).gaps.open, 0);
}

TEST(Justify, ALineThatIsTooLongStartsAtTheStart) {
    for (const Align align : {Align::Centre, Align::End, Align::Even, Align::Justify}) {
        EXPECT_EQ(spread_text("生年月日", 3, align).start, 0);
        EXPECT_EQ(spread_text("生年月日", 3, align).gaps.open, 0);
    }
}

}  // namespace
}  // namespace madoguchi::render
