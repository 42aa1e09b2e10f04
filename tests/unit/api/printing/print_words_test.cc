// Options for paper as offices write them, and the files they get.
#include <gmock/gmock.h>

#include "api/cli/command_line.h"
#include "tests/support/shell.h"
#include "tests/unit/api/cli_fixture.h"

namespace madoguchi::api::cli {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using tests::shell;

class PrintWordsOnPaper : public CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        write("form.json", R"({"formatVersion": 1, "id": "f", "version": "1", "title": "通知",
            "fields": [{"name": "氏名", "type": "text", "required": true},
                       {"name": "地区", "type": "text"}],
            "pages": [{"id": "p", "size": "A5", "elements": [
              {"id": "title", "kind": "text", "frame": {"x": 10, "y": 10, "width": 60, "height": 8},
               "text": "通知書"},
              {"id": "name", "kind": "text", "frame": {"x": 10, "y": 20, "width": 60, "height": 8},
               "text": "{{氏名}}"}]}]})");
        write("people.jsonl",
              "{\"氏名\": \"丙\", \"地区\": \"東\"}\n{\"地区\": \"西\"}\n"
              "{\"氏名\": \"乙\", \"地区\": \"西\"}\n");
        write("data.json", R"({"氏名": "甲"})");
        write("printers.json", R"({"printers": [{"name": "窓口1", "x": 1.5}]})");
    }

    Outcome batch(std::vector<std::string> more, const std::string& people = "people.jsonl") {
        std::vector<std::string> words = {"batch",       "--form",   place("form.json"), "--data",
                                          place(people), "--output", place("all.pdf")};
        words.insert(words.end(), more.begin(), more.end());
        return madoguchi(words);
    }
    Outcome render(std::vector<std::string> more, const std::string& output = "one.pdf") {
        std::vector<std::string> words = {"render",     "--form",           place("form.json"),
                                          "--data",     place("data.json"), "--output",
                                          place(output)};
        words.insert(words.end(), more.begin(), more.end());
        return madoguchi(words);
    }
    std::string text_of(const std::string& file) const {
        return shell("pdftotext -layout " + place(file) + " - 2>&1").output;
    }
};

TEST_F(PrintWordsOnPaper, AJobIsCoveredSeparatedAndCounted) {
    const Outcome outcome = batch({"--separate-by", "地区", "--sort-by", "氏名", "--cover",
                                   "--count-sheet", "--note", "再印刷"});
    EXPECT_EQ(outcome.exit_code, done);
    EXPECT_THAT(outcome.err, HasSubstr("2 printed, 1 refused"));
    EXPECT_THAT(shell("pdfinfo " + place("all.pdf")).output,
                testing::AllOf(testing::ContainsRegex("Pages: +7"),
                               testing::ContainsRegex("Title: +通知")));
    const std::string text = text_of("all.pdf");
    EXPECT_LT(text.find("乙"), text.find("丙"));
    EXPECT_THAT(text, HasSubstr("印刷した件　2件"));
    EXPECT_THAT(text, HasSubstr("再印刷"));
    EXPECT_THAT(shell("qpdf --check " + place("all.pdf")).output, HasSubstr("No syntax"));
}

TEST_F(PrintWordsOnPaper, AJobOfNobodyLeavesNoFile) {
    write("nobody.jsonl", "");
    write("refused.jsonl", "{}\n");
    for (const char* people : {"nobody.jsonl", "refused.jsonl"}) {
        EXPECT_EQ(batch({"--cover", "--count-sheet"}, people).exit_code, stopped) << people;
        EXPECT_THAT(files(), Not(Contains("all.pdf"))) << people;
    }
}

TEST_F(PrintWordsOnPaper, LostRecordsAreDrawnAgain) {
    const Outcome outcome = batch({"--sort-by", "氏名", "--records", "2-2"});
    EXPECT_EQ(outcome.exit_code, done);
    EXPECT_THAT(text_of("all.pdf"), testing::AllOf(HasSubstr("丙"), Not(HasSubstr("乙"))));
    EXPECT_EQ(batch({"--records", "2-9"}).exit_code, stopped);
    for (const char* range : {"0-5", "5-2", "a-b", "3", "1-99999999999999999999"})
        EXPECT_EQ(batch({"--records", range}).exit_code, wrong_use) << range;
}

TEST_F(PrintWordsOnPaper, StockGetsTheDataAlone) {
    ASSERT_EQ(render({"--data-only"}).exit_code, done);
    EXPECT_THAT(text_of("one.pdf"), testing::AllOf(HasSubstr("甲"), Not(HasSubstr("通知書"))));
}

TEST_F(PrintWordsOnPaper, APrinterMovesTheInk) {
    const auto left_edge = [&] {
        return shell("pdftotext -bbox " + place("one.pdf") + " - | grep 甲 | head -1").output;
    };
    ASSERT_EQ(render({}).exit_code, done);
    const std::string plain = left_edge();
    ASSERT_EQ(render({"--printers", place("printers.json"), "--printer", "窓口1"}).exit_code, done);
    // 10 mm are 28.346 pt; 11.5 mm are 32.598 pt.
    EXPECT_THAT(plain, HasSubstr("xMin=\"28.34"));
    EXPECT_THAT(left_edge(), HasSubstr("xMin=\"32.59"));
    EXPECT_THAT(render({"--printers", place("printers.json"), "--printer", "窓口2"}).err,
                HasSubstr("printers.unknown"));
    EXPECT_THAT(render({"--printer", "窓口1"}).err, HasSubstr("printers.no-file"));
    EXPECT_EQ(render({"--printer", "窓口1"}, "one.svg").exit_code, wrong_use);
}

TEST_F(PrintWordsOnPaper, ATestSheetIsPrintedForAPrinter) {
    EXPECT_EQ(madoguchi({"test-sheet", "--output", place("sheet.pdf"), "--paper", "B5",
                         "--printers", place("printers.json"), "--printer", "窓口1"})
                  .exit_code,
              done);
    EXPECT_THAT(text_of("sheet.pdf"), HasSubstr("窓口1"));
    EXPECT_EQ(madoguchi({"test-sheet", "--output", place("x.pdf"), "--paper", "C5"}).exit_code,
              wrong_use);
}

TEST_F(PrintWordsOnPaper, WatermarksAreShort) {
    EXPECT_EQ(render({"--watermark", "見本"}).exit_code, done);
    EXPECT_EQ(render({"--watermark", "見本"}, "one.svg").exit_code, done);
    for (const char* words : {"", "一二三四五六七八九十一二三四五六七八九十一", "見\n本"})
        EXPECT_EQ(render({"--watermark", words}).exit_code, wrong_use);
}

}  // namespace
}  // namespace madoguchi::api::cli
