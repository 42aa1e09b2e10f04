// Adjustments of printers, and the sheet from which they are read.
#include "api/printing/printers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/printing/test_sheet.h"
#include "fonts/installed_fonts.h"
#include "templates/read.h"
#include "templates/words.h"
#include "templates/write.h"

namespace madoguchi::api {
namespace {

using testing::HasSubstr;

std::string found_in(std::string source) {
    const auto printers = parse_printers(std::move(source), "printers.json");
    std::string found;
    if (printers.ok()) return "nothing";
    for (const Diagnostic& finding : printers.findings())
        found += finding.code + ' ' + std::to_string(finding.origin.source->column) + ';';
    return found;
}

TEST(Printers, AreReadWithTheirTrays) {
    const auto printers = parse_printers(R"({"printers": [
        {"name": "窓口1", "tray": "下段", "x": 0.3, "y": -12, "scaleX": 1.0012, "scaleY": 0.95},
        {"name": "窓口1"}]})",
                                         "printers.json");
    ASSERT_TRUE(printers.ok());
    const render::PrintAdjustment lower = find_printer(*printers, "窓口1/下段")->adjustment;
    EXPECT_EQ(lower.x, Length::mm(0.3));
    EXPECT_EQ(lower.y, Length::mm(-12));
    EXPECT_DOUBLE_EQ(lower.scale_x, 1.0012);
    EXPECT_DOUBLE_EQ(lower.scale_y, 0.95);
    EXPECT_EQ(find_printer(*printers, "窓口1")->adjustment, render::PrintAdjustment());
    const auto unknown = find_printer(*printers, "窓口2");
    ASSERT_FALSE(unknown.ok());
    EXPECT_THAT(unknown.findings()[0].hints[0].ja, HasSubstr("窓口1/下段"));
}

TEST(Printers, WhatIsWrongIsSaidInItsPlace) {
    EXPECT_EQ(found_in("{}"), "printers.malformed 1;");
    EXPECT_EQ(found_in(R"({"printers": 5})"), "printers.malformed 1;");
    EXPECT_EQ(found_in(R"({"printers": [{"x": 1}]})"), "printers.malformed 15;");
    EXPECT_EQ(found_in(R"({"printers": [{"name": "甲", "x": 0.35}]})"), "printers.malformed 34;");
    EXPECT_EQ(found_in(R"({"printers": [{"name": "甲", "x": 30.1}]})"), "printers.malformed 34;");
    EXPECT_EQ(found_in(R"({"printers": [{"name": "甲", "x": 1e1}]})"), "printers.malformed 34;");
    EXPECT_EQ(found_in(R"({"printers": [{"name": "甲", "x": "1"}]})"), "printers.malformed 34;");
    EXPECT_EQ(found_in(R"({"printers": [{"name": "甲", "scaleX": 1.06}]})"),
              "printers.malformed 39;");
    EXPECT_EQ(found_in(R"({"printers": [{"name": "甲", "scaleX": 1.00001}]})"),
              "printers.malformed 39;");
    EXPECT_EQ(found_in(R"({"printers": [{"name": "甲", "dpi": 600}]})"), "printers.malformed 36;");
    EXPECT_EQ(found_in(R"({"printers": [{"name": "甲"}, {"name": "甲"}]})"),
              "printers.malformed 30;");
}

TEST(TestSheet, IsASoundFormOnEveryPaper) {
    for (const auto& paper : templates::page_size_words) {
        SCOPED_TRACE(paper.word);
        const std::string written = templates::write_template(test_sheet(paper.value, "窓口1"));
        const auto read = templates::read_template(written, "test-sheet");
        EXPECT_TRUE(read.ok()) << (read.ok() ? "" : to_line(read.findings()[0]));
        const auto fonts = fonts::open_installed_fonts().value();
        EXPECT_TRUE(print_test_sheet(paper.value, "窓口1", {}, fonts).ok());
    }
}

}  // namespace
}  // namespace madoguchi::api
