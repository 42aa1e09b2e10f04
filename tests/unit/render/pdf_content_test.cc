// Content streams, byte for byte. Codes are those of a fresh font: 1, 2, … in the order of use.
#include "render/pdf/content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "render/pdf/path.h"
#include "tests/unit/render/pdf_fixture.h"

namespace madoguchi::render::pdf {
namespace {

using namespace tests;
using testing::HasSubstr;
using testing::Not;

struct Written {
    std::string operators;
    Diagnostics findings;
};

Written write_items(std::vector<Item> items, const Elements& elements = {}) {
    FontPool fonts;
    ImagePool images(Effort::Record);
    ContentContext context{fonts, images, elements, {}, {}};
    const Frame frame{{Length::pt(200), Length::pt(100)}, std::move(items)};
    std::string operators = write_content(frame, frame.size.height, context);
    return {std::move(operators), std::move(context.findings)};
}

std::string codes(const Written& written) {
    for (const Diagnostic& finding : written.findings)
        ADD_FAILURE() << to_line(finding);
    return written.operators;
}

TEST(PdfContent, ShowsNeighbouringGlyphsInOneString) {
    EXPECT_EQ(codes(write_items({text_item("東京東", at_points(10, 20))})),
              "BT\n/S0 10 Tf\n10 80 Td\n<000100020001> Tj\nET\n");
}

TEST(PdfContent, SaysFontAndColourOnceForSeveralRuns) {
    EXPECT_EQ(codes(write_items(
                  {text_item("東", at_points(10, 20)), text_item("京", at_points(10, 40))})),
              "BT\n/S0 10 Tf\n10 80 Td\n<0001> Tj\nET\n"
              "BT\n10 60 Td\n<0002> Tj\nET\n");
}

TEST(PdfContent, MovesGlyphsApartByNumbersInTheString) {
    Item item = text_item("東京", at_points(10, 20));
    std::get<GlyphRun>(item.content).glyphs[1].at.x += Length::pt(2.5);
    EXPECT_EQ(codes(write_items({item})), "BT\n/S0 10 Tf\n10 80 Td\n[<0001>-250<0002>] TJ\nET\n");
}

TEST(PdfContent, StartsANewLineWhereTheBaselineMoves) {
    Item item = text_item("東京", at_points(10, 20));
    std::get<GlyphRun>(item.content).glyphs[1].at.y += Length::pt(5);
    EXPECT_EQ(codes(write_items({item})),
              "BT\n/S0 10 Tf\n10 80 Td\n<0001> Tj\n10 -5 Td\n<0002> Tj\nET\n");
}

TEST(PdfContent, CondensesHorizontalTextByTz) {
    const Item condensed = text_item("東京", at_points(10, 20), {.condense = 0.75});
    const Item upright = text_item("東", at_points(10, 40));
    EXPECT_EQ(codes(write_items({condensed, upright})),
              "75 Tz\nBT\n/S0 10 Tf\n10 80 Td\n<00010002> Tj\nET\n"
              "100 Tz\nBT\n10 60 Td\n<0001> Tj\nET\n");
}

// IPAmj's vertical origin is 0.88 em above and half an em right of the horizontal one.
TEST(PdfContent, WritesVerticalLinesFromTheVerticalOrigin) {
    const RunStyle style{.direction = RunDirection::Vertical};
    Item item = glyph_item(*ipamj()->glyph(U'東'), "東", at_points(10, 20), style);
    GlyphRun& run = std::get<GlyphRun>(item.content);
    run.glyphs.push_back({*ipamj()->glyph(U'京'), at_points(10, 31), 0, 3});
    run.text = "東京";
    run.glyphs[1].text_offset = 3;
    EXPECT_EQ(codes(write_items({item})), "BT\n/S0v 10 Tf\n15 88.8 Td\n[<0001>100<0002>] TJ\nET\n");
}

TEST(PdfContent, CondensesVerticalTextByTheTextMatrix) {
    const RunStyle style{.condense = 0.8, .direction = RunDirection::Vertical};
    const Item item = glyph_item(*ipamj()->glyph(U'東'), "東", at_points(10, 20), style);
    EXPECT_EQ(codes(write_items({item})), "BT\n/S0v 10 Tf\n0.8 0 0 1 14 88.8 Tm\n<0001> Tj\nET\n");
}

TEST(PdfContent, SaysPrivateUseCharactersAsActualText) {
    const Item item = glyph_item(*ipamj()->glyph(U'外'), "\uE000", at_points(10, 20));
    EXPECT_EQ(
        codes(write_items({item})),
        "BT\n/Span <</ActualText <FEFFE000>>> BDC\n/S0 10 Tf\n10 80 Td\n<0001> Tj\nEMC\nET\n");
}

TEST(PdfContent, SaysACharacterOfSeveralGlyphsAsActualText) {
    Item item = glyph_item(*ipamj()->glyph(U'ッ'), "ッ゚", at_points(10, 20));
    std::get<GlyphRun>(item.content)
        .glyphs.push_back({*ipamj()->glyph(U'゜'), at_points(20, 20), 0, 0});
    EXPECT_EQ(codes(write_items({item})),
              "BT\n/Span <</ActualText <FEFF30C3309A>>> BDC\n/S0 10 Tf\n10 80 Td\n"
              "<00010002> Tj\nEMC\nET\n");
}

TEST(PdfContent, GivesASecondTextOfAGlyphItsOwnCodeInTrueType) {
    const fonts::GlyphId glyph = *ipamj()->glyph(U'一');
    EXPECT_THAT(codes(write_items({glyph_item(glyph, "一", at_points(10, 20)),
                                   glyph_item(glyph, "⼀", at_points(20, 20)),
                                   glyph_item(glyph, "一", at_points(30, 20))})),
                testing::AllOf(HasSubstr("<0001> Tj"), HasSubstr("<0002> Tj"),
                               Not(HasSubstr("ActualText")), Not(HasSubstr("<0003>"))));
}

TEST(PdfContent, SaysASecondTextOfACffGlyphAsActualText) {
    const RunStyle style{.face = noto_serif()};
    const fonts::GlyphId glyph = *noto_serif()->glyph(U'一');
    const std::string operators =
        codes(write_items({glyph_item(glyph, "一", at_points(10, 20), style),
                           glyph_item(glyph, "⼀", at_points(20, 20), style)}));
    EXPECT_THAT(operators, HasSubstr("/Span <</ActualText <FEFF2F00>>> BDC"));
    EXPECT_THAT(operators, Not(HasSubstr("<FEFF4E00>")));
}

TEST(PdfContent, LetsAGroupSpeakForItsLetters) {
    Group group;
    group.actual_text = "外字";
    group.items.push_back(glyph_item(*ipamj()->glyph(U'外'), "\uE000", at_points(10, 20)));
    EXPECT_EQ(codes(write_items({{no_element, group}})),
              "/Span <</ActualText <FEFF59165B57>>> BDC\n"
              "BT\n/S0 10 Tf\n10 80 Td\n<0001> Tj\nET\nEMC\n");
}

// A quarter turn clockwise on the page: (x, y) goes to (-y, x) with y downwards.
TEST(PdfContent, TurnsGroups) {
    Group group;
    group.origin = at_points(50, 30);
    group.a = 0;
    group.b = 1;
    group.c = -1;
    group.d = 0;
    group.items.push_back(text_item("東", at_points(1, 2)));
    EXPECT_EQ(codes(write_items({{no_element, group}})),
              "q\n0 -1 1 0 50 70 cm\nBT\n/S0 10 Tf\n1 -2 Td\n<0001> Tj\nET\nQ\n");
}

TEST(PdfContent, ForgetsAfterAGroupWhatTheGroupSet) {
    Group group;
    group.origin = at_points(1, 1);
    group.items.push_back(text_item("東", at_points(0, 0)));
    EXPECT_EQ(codes(write_items({{no_element, group}, text_item("東", at_points(10, 20))})),
              "q\n1 0 0 1 1 99 cm\nBT\n/S0 10 Tf\n0 0 Td\n<0001> Tj\nET\nQ\n"
              "BT\n/S0 10 Tf\n10 80 Td\n<0001> Tj\nET\n");
}

TEST(PdfContent, DrawsPathsFilledThenStroked) {
    Path path;
    path.steps = {PathMove{at_points(0, 0)}, PathLine{at_points(10, 0)},
                  PathCurve{at_points(10, 5), at_points(5, 10), at_points(0, 10)}, PathClose{}};
    path.fill = Colour{255, 128, 0};
    path.stroke = StrokeStyle{Length::pt(0.5), {0, 0, 255}, {Length::pt(2), Length::pt(1)}};
    EXPECT_EQ(codes(write_items({{no_element, path}})),
              "1 0.502 0 rg\n0 0 1 RG\n0.5 w\n[2 1] 0 d\n"
              "0 100 m\n10 100 l\n10 95 5 90 0 90 c\nh\nB\n");
}

std::vector<PathStep> short_line() {
    return {PathMove{at_points(10, 10)}, PathLine{at_points(20, 10)}};
}

TEST(PdfContent, SaysHowLinesEndOnce) {
    Path path{.steps = short_line(),
              .stroke = StrokeStyle{.width = Length::pt(2),
                                    .colour = {},
                                    .dashes = {Length::pt(3)},
                                    .dash_phase = Length::pt(1),
                                    .cap = LineCap::Square,
                                    .join = LineJoin::Round,
                                    .miter_limit = 2.5}};
    const std::string line = "10 90 m\n20 90 l\nS\n";
    EXPECT_EQ(codes(write_items({{no_element, path}, {no_element, path}})),
              "2 w\n2 J\n1 j\n2.5 M\n[3] 1 d\n" + line + line);
}

TEST(PdfContent, ClipsGroupsAndFillsByEvenAndOdd) {
    Group group;
    group.clips = {{short_line(), FillRule::NonZero}, {short_line(), FillRule::EvenOdd}};
    group.items.push_back(
        {no_element, Path{.steps = short_line(), .fill = Colour{}, .rule = FillRule::EvenOdd}});
    EXPECT_EQ(codes(write_items({{no_element, group}})),
              "q\n10 90 m\n20 90 l\nW n\n10 90 m\n20 90 l\nW* n\n10 90 m\n20 90 l\nf*\nQ\n");
}

TEST(PdfContent, MarksPiecesOfTheStructureAndArtifacts) {
    MarkedContent marks({{.role = StructureNode::Role::Heading, .level = 1, .elements = {7}}});
    FontPool fonts;
    ImagePool images(Effort::Record);
    const Elements elements;
    ContentContext context{fonts, images, elements, {}, {}};
    context.marks = &marks;
    const Path path{.steps = short_line(), .fill = Colour{}};
    const Frame frame{{Length::pt(200), Length::pt(100)},
                      {{3, path}, {7, path}, {7, path}, {4, path}, {5, path}, {7, path}}};
    const std::string line = "10 90 m\n20 90 l\nf\n";
    EXPECT_EQ(write_content(frame, frame.size.height, context),
              "/Artifact BMC\n" + line + "EMC\n/H1 <</MCID 0>> BDC\n" + line + line +
                  "EMC\n/Artifact BMC\n" + line + line + "EMC\n/H1 <</MCID 1>> BDC\n" + line +
                  "EMC\n");
    EXPECT_EQ(marks.elements(), (std::vector<ElementIndex>{7, 7}));
}

TEST(PdfContent, PutsDownCurvedShapesThatTheFileHolds) {
    const auto arc = [](double x, double y, double width) {
        Path path;
        path.steps = {PathMove{at_points(x, y)},
                      PathCurve{at_points(x + 2, y), at_points(x + width, y + 3),
                                at_points(x + width, y + 5)}};
        path.stroke = StrokeStyle{Length::pt(1), {}, {}};
        return Item{no_element, path};
    };
    // The second has the first's shape, the third has not, the fourth is straight.
    Path straight;
    straight.steps = {PathMove{at_points(1, 1)}, PathLine{at_points(2, 1)}};
    straight.stroke = StrokeStyle{Length::pt(1), {}, {}};
    FontPool fonts;
    ImagePool images(Effort::Record);
    ShapePool shapes;
    ContentContext context{fonts, images, {}, {}, {}, &shapes};
    const Frame frame{{Length::pt(200), Length::pt(100)},
                      {arc(10, 20, 4), arc(30, 50, 4), arc(10, 20, 6), {no_element, straight}}};
    EXPECT_EQ(write_content(frame, frame.size.height, context),
              "q\n1 0 0 1 10 80 cm\n/M0 Do\nQ\n"
              "q\n1 0 0 1 30 50 cm\n/M0 Do\nQ\n"
              "q\n1 0 0 1 10 80 cm\n/M1 Do\nQ\n"
              "1 99 m\n2 99 l\nS\n");
    ASSERT_EQ(shapes.shapes().size(), 2U);
    EXPECT_EQ(shapes.shapes()[0].operators, "0 0 m\n2 0 4 -3 4 -5 c\nS\n");
    EXPECT_EQ(shapes.shapes()[1].operators, "0 0 m\n2 0 6 -3 6 -5 c\nS\n");
}

TEST(ShapePool, TellsShapesApartByWhatTheyPaint) {
    Path path;
    path.steps = {PathMove{at_points(1, 1)},
                  PathCurve{at_points(2, 1), at_points(3, 2), at_points(3, 3)}};
    path.stroke = StrokeStyle{Length::pt(1), {}, {}};
    Path wider = path, filled = path;
    wider.stroke->width = Length::pt(2);
    filled.fill = Colour{};
    ShapePool shapes;
    EXPECT_EQ(shapes.shape(path, at_points(1, 1)), 0U);
    EXPECT_EQ(shapes.shape(wider, at_points(1, 1)), 1U);
    EXPECT_EQ(shapes.shape(filled, at_points(1, 1)), 2U);
    EXPECT_EQ(shapes.shape(path, at_points(1, 1)), 0U);
    shapes.rollback(1);
    EXPECT_EQ(shapes.shape(filled, at_points(1, 1)), 1U);
}

TEST(ShapePool, IsFullAtSixteenShapes) {
    ShapePool shapes;
    const auto curve = [](int width) {
        Path path;
        path.steps = {PathMove{}, PathCurve{{}, {}, at_points(width, 1)}};
        path.stroke = StrokeStyle{};
        return path;
    };
    for (int i = 0; i < 16; ++i)
        EXPECT_TRUE(shapes.shape(curve(i), {}).has_value());
    EXPECT_FALSE(shapes.shape(curve(16), {}).has_value());
    EXPECT_EQ(shapes.shape(curve(3), {}), 3U);
}

TEST(PdfPath, PaintedBoxHoldsTheJoinsOfItsStroke) {
    Path path;
    path.steps = {PathMove{at_points(10, 10)}, PathLine{at_points(20, 30)}};
    EXPECT_EQ(painted_box(path),
              (Rect{Length::pt(10), Length::pt(10), Length::pt(10), Length::pt(20)}));
    path.stroke = StrokeStyle{Length::pt(1), {}, {}};
    EXPECT_EQ(painted_box(path),
              (Rect{Length::pt(5), Length::pt(5), Length::pt(20), Length::pt(30)}));
}

/// "(" + bytes + ")" of the codes.
std::string literal(std::vector<std::uint16_t> codes) {
    Operators operators(StringForm::Literal);
    operators.begin_string();
    operators.character_codes(codes);
    operators.end_string();
    return std::move(operators).take();
}

TEST(PdfContent, LiteralStringsEscapeWhatReadersWouldTakeForSyntax) {
    EXPECT_EQ(literal({0x0001, 0x4142}), std::string("(\0\1AB)", 6));
    EXPECT_EQ(literal({0x2829, 0x5c0d}), "(\\(\\)\\\\\\r)");
    EXPECT_EQ(literal({0x280a, 0x0d28}), "(\\(\n\\r\\()");
}

TEST(PdfContent, LiteralTextsAreUtf16) {
    Operators operators(StringForm::Literal);
    operators.begin_actual_text("A\u5c28\U00020BB7");
    EXPECT_EQ(std::move(operators).take(),
              std::string("/Span <</ActualText (\xFE\xFF\0A\\\\\\(\xD8\x42\xDF\xB7)>> BDC\n", 41));
}

TEST(PdfContent, PlacesPictures) {
    const Rect box{Length::pt(10), Length::pt(20), Length::pt(30), Length::pt(40)};
    EXPECT_EQ(
        codes(write_items({{no_element, Picture{Picture::Format::Png, small_png(), box, "印"}}})),
        "q\n30 0 0 40 10 40 cm\n/I0 Do\nQ\n");
}

TEST(PdfContent, RefusesGlyphZeroAndNamesTheCharacter) {
    const Elements elements({{"name", "氏名", "/pages/0/elements/0", "/氏名"}});
    Item item = glyph_item(*ipamj()->glyph(U'東'), "東", at_points(10, 20));
    item.element = 0;
    GlyphRun& run = std::get<GlyphRun>(item.content);
    run.text = "東京";
    run.glyphs.push_back({0, at_points(20, 20), 3, 3});
    const Written written = write_items({item}, elements);
    ASSERT_EQ(written.findings.size(), 1u);
    const Diagnostic& finding = written.findings[0];
    EXPECT_EQ(finding.code, "pdf.missing-glyph");
    EXPECT_EQ(finding.origin.element_id, "name");
    EXPECT_EQ(finding.origin.data_pointer, "/氏名");
    EXPECT_EQ(finding.origin.character->code_points, "U+4EAC");
    EXPECT_EQ(finding.origin.character->index, 1u);
    EXPECT_THAT(written.operators, Not(HasSubstr("0000")));
}

std::string only_code(std::vector<Item> items) {
    const Written written = write_items(std::move(items));
    return written.findings.size() == 1 ? written.findings[0].code : "";
}

TEST(PdfContent, RefusesWhatCannotBeWritten) {
    EXPECT_EQ(only_code({glyph_item(ipamj()->glyph_count(), "東", at_points(1, 1))}),
              "pdf.missing-glyph");
    EXPECT_EQ(only_code({glyph_item(1, "\uFEFF", at_points(1, 1))}), "pdf.unmappable-text");
    EXPECT_EQ(only_code({text_item("東", at_points(1, 1), {.size = 0})}), "pdf.bad-number");
    EXPECT_EQ(only_code({text_item("東", at_points(1, 1), {.condense = 0})}), "pdf.bad-number");
    Group skewed;
    skewed.a = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(only_code({{no_element, skewed}}), "pdf.bad-number");
    Group talkative;
    talkative.actual_text = std::string(16383, 'a');
    EXPECT_EQ(only_code({{no_element, talkative}}), "pdf.text-too-long");
    const auto junk = std::make_shared<const std::vector<std::uint8_t>>(10);
    EXPECT_EQ(only_code({{no_element, Picture{Picture::Format::Png, junk, {}, ""}}}),
              "pdf.bad-image");
}

Item nested(int depth) {
    Group group;
    group.origin = at_points(1, 1);
    group.items.push_back(depth > 1 ? nested(depth - 1) : text_item("東", at_points(0, 0)));
    return {no_element, group};
}

TEST(PdfContent, NestsAsDeepAsPdfaAllows) {
    EXPECT_TRUE(write_items({nested(27)}).findings.empty());
    EXPECT_EQ(only_code({nested(28)}), "pdf.nesting");
}

}  // namespace
}  // namespace madoguchi::render::pdf
