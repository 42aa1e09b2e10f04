// What is asked of a whole document: only the data, words across every sheet.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/render.h"
#include "templates/data.h"
#include "templates/read.h"
#include "tests/support/layout_fixture.h"

namespace madoguchi::render {
namespace {

constexpr std::string_view source = R"({
  "formatVersion": 1, "id": "f", "version": "1", "title": "届",
  "fields": [{"name": "氏名", "type": "text"}],
  "pages": [{"id": "p", "size": "A5", "elements": [
    {"id": "title", "kind": "text", "frame": {"x": 10, "y": 10, "width": 60, "height": 8},
     "text": "異動届"},
    {"id": "note", "kind": "text", "frame": {"x": 10, "y": 40, "width": 60, "height": 8},
     "when": {"field": "氏名"}, "text": "本人"},
    {"id": "name", "kind": "text", "frame": {"x": 10, "y": 20, "width": 60, "height": 8},
     "text": "{{氏名}}"}]}]})";

const PreparedForm& form() {
    static const auto prepared =
        prepare(
            templates::CompiledForm::compile(templates::read_template(source, "f").value()).value(),
            installed_fonts())
            .value();
    return *prepared;
}

Result<LaidOut> laid_out(const LayoutOptions& options) {
    const auto data =
        templates::read_data(compiled(form()).form(), R"({"氏名": "甲"})", "d").value();
    return layout(form(), data, options);
}

TEST(LayoutOptions, DataOnlyLeavesWhatThePaperHas) {
    const LaidOut out = laid_out({.data_only = true}).value();
    const Sheet& sheet = out.document.sheets.at(0);
    EXPECT_TRUE(sheet.static_layer->items.empty());
    EXPECT_EQ(sheet.static_layer->size, sheet.size);
    const std::vector<GlyphRun> runs = runs_of(sheet.data_layer.items);
    ASSERT_EQ(runs.size(), 2u);  // what a condition adds is on no stock
    EXPECT_EQ(runs[0].text, "本人");
    EXPECT_EQ(runs[1].text, "甲");
}

TEST(LayoutOptions, AWatermarkStandsAboveAllAndCrossesTheSheet) {
    const LaidOut out = laid_out({.watermark = "見本"}).value();
    const Item& last = out.document.sheets.at(0).data_layer.items.back();
    EXPECT_EQ(last.element, no_element);
    const Group& group = std::get<Group>(last.content);
    EXPECT_EQ(group.origin, (Point{Length::mm(74), Length::mm(105)}));
    EXPECT_NEAR(group.a * group.a + group.b * group.b, 1, 1e-9);
    EXPECT_LT(group.b, 0);  // upwards to the right
    const Path& letters = std::get<Path>(group.items.at(0).content);
    EXPECT_FALSE(letters.fill);
    EXPECT_GT(letters.steps.size(), 20u);
}

TEST(LayoutOptions, AWatermarkThatNoFontHasIsRefused) {
    const Result<LaidOut> out = laid_out({.watermark = "\U0010FFFD"});
    ASSERT_FALSE(out.ok());
    EXPECT_EQ(out.findings()[0].code, "print.watermark-character");
}

TEST(PdfOptions, AnAdjustmentScalesFromTheTopLeftCornerAndMoves) {
    const LaidOut out = laid_out({}).value();
    PdfOptions options{.form = PdfOptions::Form::Proof};
    options.adjustment = {Length::pt(3), Length::pt(-2), 1.01, 0.99};
    options.hints = {PrintHints::Duplex::ShortEdge, 3};
    const std::string pdf = write_pdf(form(), {&out.document, 1}, options).value();
    // A5 is 595.276 pt high: 595.276 − 0.99 × 595.276 + 2 = 7.953.
    EXPECT_THAT(pdf, testing::HasSubstr("1.01 0 0 0.99 3 7.953 cm\n"));
    EXPECT_THAT(pdf,
                testing::HasSubstr("/PrintScaling/None/Duplex/DuplexFlipShortEdge/NumCopies 3"));
    const std::string plain =
        write_pdf(form(), {&out.document, 1}, {.form = PdfOptions::Form::Proof}).value();
    EXPECT_THAT(plain, testing::Not(testing::HasSubstr("1.01 0 0")));
    EXPECT_THAT(plain, testing::HasSubstr("/PrintScaling/None>>"));
}

}  // namespace
}  // namespace madoguchi::render
