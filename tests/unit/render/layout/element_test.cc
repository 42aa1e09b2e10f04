#include "render/layout/element.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/layout_fixture.h"

namespace madoguchi::render {
namespace {

using templates::Choice;
using templates::Comb;
using templates::FitStep;
using templates::Text;
using testing::ElementsAre;
using testing::IsEmpty;

templates::Style fitting_style() {
    templates::Style style;
    style.fit.steps = {FitStep::Condense, FitStep::Shrink, FitStep::Wrap};
    return style;
}

Text text_with(templates::Style style) {
    return {"{{値}}", std::move(style)};
}

TEST(TextElement, FacesOfOneLineShareTheBaseline) {
    ElementOnPaper paper(rect_mm(10, 10, 100, 10), text_with({}));
    paper.lay_out("渡\u9089\U000E010F葛\U000E0100A1");  // MJ and Adobe-Japan1 sequences
    EXPECT_THAT(paper.findings, IsEmpty());
    const std::vector<GlyphRun> runs = runs_of(paper.data_items);
    ASSERT_GE(runs.size(), 2u);
    for (const GlyphRun& run : runs) {
        for (const PlacedGlyph& glyph : run.glyphs)
            EXPECT_EQ(glyph.at.y, runs[0].glyphs[0].at.y);
    }
    // The em box (0.88 above, 0.12 below) of 10.5 pt stands in the middle of the frame.
    EXPECT_NEAR(runs[0].glyphs[0].at.y.to_mm(), 15 + 0.38 * Length::pt(10.5).to_mm(), 0.01);
}

TEST(TextElement, EveryGlyphKnowsItsText) {
    ElementOnPaper paper(rect_mm(10, 10, 100, 10), text_with({}));
    paper.lay_out("辻\U000E0102か\u309a");
    const std::vector<GlyphRun> runs = runs_of(paper.data_items);
    ASSERT_EQ(runs.size(), 1u);
    EXPECT_EQ(runs[0].text, "辻\U000E0102か\u309a");
    EXPECT_EQ(runs[0].glyphs[0].text_offset, 0u);
    EXPECT_EQ(runs[0].glyphs[0].text_size, 7u);
    EXPECT_EQ(runs[0].glyphs[1].text_offset, 7u);
    EXPECT_EQ(runs[0].glyphs[1].text_size, 6u);
}

TEST(TextElement, WideSetAndBlankLinesSayTheirText) {
    templates::Style even;
    even.align = templates::Align::Even;
    ElementOnPaper wide(rect_mm(0, 0, 60, 8), text_with(even));
    wide.lay_out("氏名");
    ASSERT_EQ(wide.data_items.size(), 1u);
    EXPECT_EQ(std::get<Group>(wide.data_items[0].content).actual_text, "氏名");

    ElementOnPaper blank(rect_mm(0, 0, 60, 8), text_with({}));
    blank.lay_out("山田　花子");
    EXPECT_EQ(std::get<Group>(blank.data_items.at(0).content).actual_text, "山田　花子");

    ElementOnPaper close(rect_mm(0, 0, 60, 8), text_with({}));
    close.lay_out("山田 花子");
    EXPECT_TRUE(std::holds_alternative<GlyphRun>(close.data_items.at(0).content));
}

TEST(TextElement, VerticalLinesRunFromRightToLeft) {
    templates::Style style = fitting_style();
    style.direction = templates::Direction::Vertical;
    style.fit.steps = {FitStep::Wrap};
    ElementOnPaper paper(rect_mm(0, 0, 30, 12), text_with(style));
    paper.lay_out("東京都千代田区");
    ASSERT_EQ(paper.data_items.size(), 3u);
    const auto x = [&](std::size_t i) {
        return std::get<Group>(paper.data_items[i].content).origin.x;
    };
    EXPECT_GT(x(0), x(1));
    EXPECT_GT(x(1), x(2));
    EXPECT_EQ(said_by(paper.data_items), "東京都千代田区");
}

TEST(TextElement, LettersOfCondensedVerticalLinesAreFlattened) {
    templates::Style style = fitting_style();
    style.direction = templates::Direction::Vertical;
    style.fit.steps = {FitStep::Condense};
    ElementOnPaper paper(rect_mm(0, 0, 8, 20), text_with(style));
    paper.lay_out("東京都千代田区");
    const Group& line = std::get<Group>(paper.data_items.at(0).content);
    EXPECT_EQ(line.a, 1);
    EXPECT_NEAR(line.d, 20 / (7 * Length::pt(10.5).to_mm()), 0.01);
    EXPECT_EQ(runs_of(paper.data_items)[0].condense, 1);
}

TEST(TextElement, AMissingCharacterStopsOrIsMarked) {
    ElementOnPaper stop(rect_mm(0, 0, 60, 8), text_with({}));
    stop.lay_out("東\n渡\u9089\U000E01EF");
    ASSERT_FALSE(stop.findings.empty());
    const Origin& origin = stop.findings[0].origin;
    EXPECT_EQ(stop.findings[0].severity, Severity::Error);
    EXPECT_EQ(origin.element_id, "値");
    EXPECT_EQ(origin.data_pointer, "/値");
    EXPECT_EQ(origin.template_pointer, "/pages/0/elements/0");
    ASSERT_TRUE(origin.character);
    EXPECT_EQ(origin.character->index, 3u);  // the line feed counts
    EXPECT_EQ(origin.character->code_points, "U+9089 U+E01EF");

    ElementOnPaper mark(rect_mm(0, 0, 60, 8), text_with({}));
    mark.missing = templates::MissingCharacterPolicy::Mark;
    mark.lay_out("渡\u9089\U000E01EF");
    ASSERT_EQ(mark.findings.size(), 1u);
    EXPECT_EQ(mark.findings[0].severity, Severity::Warning);
    EXPECT_EQ(said_by(mark.data_items), "渡〓");
}

TEST(TextElement, NothingThatDoesNotFitIsPrinted) {
    for (const Rect& frame : {rect_mm(0, 0, 0, 0), rect_mm(0, 0, 60, 0), rect_mm(0, 0, 0, 8)}) {
        ElementOnPaper paper(frame, text_with(fitting_style()));
        paper.lay_out("東京");
        EXPECT_THAT(paper.codes(), ElementsAre("layout.overflow"));
        EXPECT_THAT(paper.data_items, IsEmpty());
    }
}

TEST(TextElement, LongTextsEndInAFindingOrOnPaper) {
    std::string name, novel;
    for (int i = 0; i < 300; ++i)
        name += "寿";
    for (int i = 0; i < 1000; ++i)
        novel += "一二三、東京（12）";
    ElementOnPaper field(rect_mm(0, 0, 60, 8), text_with(fitting_style()));
    field.lay_out(name);
    EXPECT_THAT(field.codes(), ElementsAre("layout.overflow"));
    ElementOnPaper sheet(rect_mm(0, 0, 100, 100), text_with(fitting_style()));
    sheet.lay_out(novel);
    EXPECT_THAT(sheet.codes(), ElementsAre("layout.overflow"));
    ElementOnPaper large(rect_mm(0, 0, 200, 280), text_with(fitting_style()));
    large.lay_out(novel);
    EXPECT_THAT(large.codes(), IsEmpty());
    EXPECT_EQ(said_by(large.data_items), novel);
}

TEST(TextElement, ControlCharactersAreFindings) {
    ElementOnPaper paper(rect_mm(0, 0, 60, 8), text_with({}));
    paper.lay_out("東\t京\x01\r");
    EXPECT_FALSE(paper.findings.empty());
    ElementOnPaper many(rect_mm(0, 0, 60, 8), text_with({}));
    many.lay_out(std::string(1000, '\x02'));
    EXPECT_LE(many.findings.size(), 52u);
}

Comb comb_of(int cells) {
    Comb comb;
    comb.content = "{{値}}";
    comb.cells = cells;
    return comb;
}

TEST(CombElement, OneCharacterStandsInTheMiddleOfEachCell) {
    ElementOnPaper paper(rect_mm(10, 0, 40, 8), comb_of(4));
    paper.lay_out("辻\U000E0102か\u309a&MJ003719;");
    EXPECT_THAT(paper.findings, IsEmpty());
    const Group& group = std::get<Group>(paper.data_items.at(0).content);
    EXPECT_EQ(group.actual_text, "辻\U000E0102か\u309a&MJ003719;");
    const std::vector<GlyphRun> runs = runs_of(paper.data_items);
    ASSERT_EQ(runs.size(), 1u);
    ASSERT_EQ(runs[0].glyphs.size(), 3u);
    const double half = Length::pt(10.5).to_mm() / 2;
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR(runs[0].glyphs[i].at.x.to_mm(), 15 + 10.0 * static_cast<double>(i) - half,
                    0.01);
}

TEST(CombElement, FillsFromTheEnd) {
    Comb comb = comb_of(4);
    comb.fill_from_end = true;
    ElementOnPaper paper(rect_mm(0, 0, 40, 8), comb);
    paper.lay_out("12");
    EXPECT_GT(runs_of(paper.data_items).at(0).glyphs[0].at.x, Length::mm(20));
    EXPECT_LT(runs_of(paper.data_items).at(0).glyphs[0].at.x, Length::mm(30));
}

TEST(CombElement, TooManyCharactersAndTooLargeOnesAreFindings) {
    ElementOnPaper many(rect_mm(0, 0, 40, 8), comb_of(4));
    many.lay_out("12345");
    EXPECT_THAT(many.codes(), ElementsAre("layout.comb-overflow"));
    ElementOnPaper large(rect_mm(0, 0, 10, 8), comb_of(4));
    large.lay_out("東京");
    EXPECT_THAT(large.codes(), ElementsAre("layout.overflow"));
    Comb fitting = comb_of(4);
    fitting.style = fitting_style();
    ElementOnPaper small(rect_mm(0, 0, 10, 8), fitting);
    small.lay_out("東京");
    EXPECT_THAT(small.codes(), IsEmpty());
}

TEST(CombElement, GroupsStandApart) {
    Comb comb = comb_of(7);
    comb.groups = {3, 4};
    comb.group_gap = Length::mm(3);
    comb.stroke = templates::Stroke();
    ElementOnPaper paper(rect_mm(0, 0, 38, 8), comb);
    paper.lay_out("1000001");
    const Path& rules = std::get<Path>(paper.static_items.at(0).content);
    const auto moves = std::count_if(rules.steps.begin(), rules.steps.end(), [](const auto& step) {
        return std::holds_alternative<PathMove>(step);
    });
    EXPECT_EQ(moves, 2 + 2 + 3);  // two outlines, two and three separators
}

Rect bounds(const Path& path) {
    Length left = Length::mm(1e4), top = left, right = -left, bottom = -left;
    for (const PathStep& step : path.steps) {
        const auto* curve = std::get_if<PathCurve>(&step);
        if (curve == nullptr) continue;
        left = std::min(left, curve->to.x), right = std::max(right, curve->to.x);
        top = std::min(top, curve->to.y), bottom = std::max(bottom, curve->to.y);
    }
    return {left, top, right - left, bottom - top};
}

TEST(ChoiceElement, TheCircleGoesRoundThePrintedWordNotItsFrame) {
    Choice choice;
    choice.style.align = templates::Align::End;
    choice.options = {{"a", "転入", rect_mm(0, 0, 40, 10)}, {"b", "転居", rect_mm(50, 0, 40, 10)}};
    ElementOnPaper paper(rect_mm(0, 0, 90, 10), choice);
    paper.selected = {0};
    paper.lay_out("");
    ASSERT_EQ(paper.data_items.size(), 1u);
    const Rect circle = bounds(std::get<Path>(paper.data_items[0].content));
    const double em = Length::pt(10.5).to_mm();
    EXPECT_NEAR(circle.centre().x.to_mm(), 40 - em, 0.01);
    EXPECT_NEAR(circle.centre().y.to_mm(), 5, 0.01);
    EXPECT_GT(circle.width.to_mm(), 2 * em);
    EXPECT_LT(circle.width.to_mm(), 3.2 * em);
}

TEST(ChoiceElement, AChoiceWithoutWordsMarksItsFrames) {
    Choice choice;
    choice.options = {{"a", "", rect_mm(5, 0, 10, 6)}};
    ElementOnPaper paper(rect_mm(0, 0, 90, 10), choice);
    paper.selected = {0, 7};  // the second does not exist
    paper.lay_out("");
    ASSERT_EQ(paper.data_items.size(), 1u);
    EXPECT_EQ(bounds(std::get<Path>(paper.data_items[0].content)), rect_mm(5, 0, 10, 6));
}

TEST(ShapeElements, FramesWithoutAreaAreFindings) {
    const std::vector<templates::ElementKind> kinds = {templates::Box(), templates::Ellipse(),
                                                       templates::Image(), templates::Seal(),
                                                       templates::Line()};
    for (const templates::ElementKind& kind : kinds) {
        ElementOnPaper paper(rect_mm(10, 10, 0, 0), kind);
        paper.lay_out("");
        EXPECT_FALSE(paper.findings.empty());
        EXPECT_EQ(paper.findings[0].code, "layout.empty-frame");
    }
}

TEST(ShapeElements, ALineWithoutHeightIsARule) {
    ElementOnPaper paper(rect_mm(10, 10, 50, 0), templates::Line());
    paper.lay_out("");
    EXPECT_THAT(paper.findings, IsEmpty());
    EXPECT_EQ(std::get<Path>(paper.static_items.at(0).content).steps.size(), 2u);
}

TEST(SealElement, GuidesLargerThanTheirFrameAreFindings) {
    templates::Seal seal;
    seal.min_side = Length::mm(8);
    seal.max_side = Length::mm(25);
    ElementOnPaper paper(rect_mm(0, 0, 20, 20), seal);
    paper.lay_out("");
    EXPECT_EQ(paper.findings.at(0).code, "layout.seal-guide");
}

TEST(PictureElement, KeepsItsProportions) {
    templates::Image image;
    image.bytes = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13,
                   'I',  'H', 'D', 'R', 0,    0,    0,    200,  0, 0, 0, 100};
    ElementOnPaper paper(rect_mm(0, 0, 40, 40), image);
    paper.lay_out("");
    EXPECT_EQ(std::get<Picture>(paper.static_items.at(0).content).frame, rect_mm(0, 10, 40, 20));
}

TEST(PictureElement, ReadsTheSizeOfAJpegBehindOtherSegments) {
    templates::Image image;
    image.bytes = {0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 50, 0, 100, 1};
    ElementOnPaper paper(rect_mm(0, 0, 40, 40), image);
    paper.lay_out("");
    EXPECT_EQ(std::get<Picture>(paper.static_items.at(0).content).frame, rect_mm(0, 10, 40, 20));
    image.bytes.resize(12);
    ElementOnPaper cut(rect_mm(0, 0, 40, 40), image);
    cut.lay_out("");
    EXPECT_EQ(cut.findings.at(0).code, "layout.unreadable-image");
}

}  // namespace
}  // namespace madoguchi::render
