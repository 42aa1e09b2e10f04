#include "render/layout/fit.h"

#include <gtest/gtest.h>

#include "tests/support/plain_text.h"

namespace madoguchi::render {
namespace {

using templates::FitStep;

templates::Style style_with(std::vector<FitStep> steps) {
    templates::Style style;
    style.size = Length::pt(10);
    style.fit = {std::move(steps), 0.6, Length::pt(6)};
    return style;
}

/// A frame of so many ems of 10 pt.
Room room(double measure, double extent) {
    return {Length::pt(10 * measure), Length::pt(10 * extent)};
}

Fitted fit_text(const std::string& text, const Room& room, const templates::Style& style) {
    std::vector<Paragraph> paragraphs;
    paragraphs.push_back(plain_paragraph(text));
    return fit(paragraphs, room, style);
}

TEST(Fit, ATextThatFitsStaysAsItIs) {
    const Fitted fitted = fit_text("東京都", room(3, 1), style_with({FitStep::Condense}));
    EXPECT_EQ(fitted.size, Length::pt(10));
    EXPECT_EQ(fitted.condense, 1);
    EXPECT_EQ(fitted.lines.size(), 1u);
    EXPECT_FALSE(fitted.overflow);
}

TEST(Fit, CondensesByWholePercentsAndNoMoreThanNeeded) {
    const Fitted fitted = fit_text("東京都渋谷区", room(5, 1), style_with({FitStep::Condense}));
    EXPECT_DOUBLE_EQ(fitted.condense, 0.83);  // 5/6
    EXPECT_FALSE(fitted.overflow);
}

TEST(Fit, ShrinksByTenthsOfAPoint) {
    const Fitted fitted = fit_text("東京都渋谷区", room(5, 1), style_with({FitStep::Shrink}));
    EXPECT_EQ(fitted.size, Length::pt(8.3));
    EXPECT_EQ(fitted.condense, 1);
}

TEST(Fit, TheTemplatesOrderDecides) {
    const std::string text = "東京都渋谷区神南";  // 8 ems
    const Fitted narrow =
        fit_text(text, room(4, 1), style_with({FitStep::Condense, FitStep::Shrink}));
    EXPECT_EQ(narrow.size, Length::pt(8.3));
    EXPECT_DOUBLE_EQ(narrow.condense, 0.6);
    const Fitted small =
        fit_text(text, room(4, 1), style_with({FitStep::Shrink, FitStep::Condense}));
    EXPECT_EQ(small.size, Length::pt(6));
    EXPECT_DOUBLE_EQ(small.condense, 0.83);
}

TEST(Fit, OnceLinesWrapLettersGrowBack) {
    const auto steps = {FitStep::Condense, FitStep::Shrink, FitStep::Wrap};
    const Fitted fitted = fit_text(std::string("東京都渋谷区神南東京都渋谷区神南"), room(4, 4),
                                   style_with(steps));  // 16 ems
    EXPECT_FALSE(fitted.overflow);
    EXPECT_EQ(fitted.size, Length::pt(10));
    EXPECT_EQ(fitted.lines.size(), 3u);  // 1 + 2 × 1.2 em are 3.4 em
    EXPECT_DOUBLE_EQ(fitted.condense, 0.66);
}

TEST(Fit, WithoutAStepATextThatIsTooLongOverflows) {
    const Fitted fitted = fit_text("東京都渋谷区", room(5, 1), style_with({}));
    ASSERT_TRUE(fitted.overflow);
    EXPECT_EQ(fitted.overflow->along, Length::pt(10));
    EXPECT_EQ(fitted.overflow->across, Length());
    EXPECT_EQ(fitted.overflow->fitting, 5u);
}

TEST(Fit, SaysHowMuchIsTooMuchAfterEverythingAllowed) {
    const Fitted fitted = fit_text(std::string("東京都渋谷区神南東京都渋谷区神南"), room(2, 1),
                                   style_with({FitStep::Condense, FitStep::Shrink, FitStep::Wrap}));
    ASSERT_TRUE(fitted.overflow);
    EXPECT_EQ(fitted.overflow->fitting, 5u);  // 20 pt / (6 pt × 0.6)
    EXPECT_GT(fitted.overflow->across, Length());
}

TEST(Fit, ATypeSizeHigherThanItsFrameShrinks) {
    const Fitted fitted = fit_text("東", room(5, 0.8), style_with({FitStep::Shrink}));
    EXPECT_EQ(fitted.size, Length::pt(8));
    EXPECT_TRUE(fit_text("東", room(5, 0.8), style_with({FitStep::Condense})).overflow);
}

TEST(Fit, FramesWithoutRoomOverflow) {
    const auto all = style_with({FitStep::Wrap, FitStep::Shrink, FitStep::Condense});
    for (const Room& none : {Room{}, room(5, 0), room(0, 5), room(-1, -1)}) {
        const Fitted fitted = fit_text("東京", none, all);
        ASSERT_TRUE(fitted.overflow);
        EXPECT_EQ(fitted.overflow->fitting, 0u);
    }
    templates::Style nothing = all;
    nothing.size = Length();
    nothing.fit.min_size = Length();
    EXPECT_TRUE(fit_text("東京", room(5, 5), nothing).overflow);
}

TEST(Fit, LineFeedsNeedLinesEvenWithoutWrapping) {
    std::vector<Paragraph> paragraphs;
    paragraphs.push_back(plain_paragraph("東京"));
    paragraphs.push_back(plain_paragraph(""));
    paragraphs.push_back(plain_paragraph("都"));
    EXPECT_EQ(fit(paragraphs, room(2, 3.4), style_with({})).lines.size(), 3u);
    EXPECT_TRUE(fit(paragraphs, room(2, 3.3), style_with({})).overflow);
}

}  // namespace
}  // namespace madoguchi::render
