// What the command line refuses: wrong words, and places where output would do harm.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "api/cli/report.h"
#include "tests/unit/api/cli_fixture.h"

namespace madoguchi::api::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST_F(CommandLine, WrongUseIsTwo) {
    EXPECT_EQ(madoguchi({}).exit_code, 2);
    EXPECT_EQ(madoguchi({"print"}).exit_code, 2);
    EXPECT_EQ(madoguchi({"render", "--form", "residence-change"}).exit_code, 2);
    EXPECT_EQ(madoguchi({"batch", "--form", "a", "--data", "b"}).exit_code, 2);
    EXPECT_EQ(madoguchi({"render", "--form", "a", "--data", "b", "--output", "c.doc"}).exit_code,
              2);
    EXPECT_EQ(madoguchi({"--help"}).exit_code, 0);
}

struct WrongWords {
    std::vector<std::string> words;
    std::string ja, en;
};

TEST_F(CommandLine, WrongWordsAreExplainedInBothLanguages) {
    const std::vector<std::string> batch = {"batch", "--form", "a", "--data", "b.csv"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), batch.begin(), batch.end());
        return more;
    };
    const std::vector<WrongWords> cases = {
        {{}, "コマンドを指定してください。--help に一覧があります", "A subcommand"},
        {{"render", "--form", "a"}, "必要な指定がありません（--data）", "--data is required"},
        {batch, "どれか一つを指定してください（--output, --output-dir）", "Exactly 1 option"},
        {with({"--output", "c.pdf", "--size"}), "知らない指定があります（--size）", "--size"},
        {with({"--output"}), "値がないか、多すぎます（--output）", "missing"},
        {with({"--output", "c.csv"}), ".pdf で終わる名前", "must end in .pdf"},
        {with({"--output-dir", ""}), "名前がありません", "empty"},
        {with({"--output", "c.pdf", "--threads", "0"}), "1から256まで", "from 1 to 256"},
        {with({"--output", "c.pdf", "--threads", "２"}), "1から256まで", "from 1 to 256"},
        {with({"--output", "c.pdf", "--encoding", "sjis"}), "utf-8 か cp932", "utf-8 or cp932"},
        {with({"--output", "c.pdf", "--issued-at", "now"}), "の形にしてください", "--issued-at: "},
        {with({"--output", "c.pdf", "--issued-at="}), "（--issued-at）", "missing"},
        {with({"--output", "c.pdf", "--issued-at", ""}), "の形にしてください", "2026-04-01T"},
        {{"batch", "--form", "a", "--data", "b.txt", "--output", "c.pdf"},
         ".csv か .jsonl で終わる名前",
         "--data: "},
        {{"batch", "--form", "a", "--data", "b.jsonl", "--output", "c.pdf", "--encoding", "utf-8"},
         ".csv のときだけ",
         "CSV alone"},
        {{"serve", "--port", "80", "x"}, "知らない指定があります", "not expected: x"},
    };
    for (const WrongWords& wrong : cases) {
        const Outcome outcome = madoguchi(wrong.words);
        EXPECT_EQ(outcome.exit_code, 2) << wrong.ja;
        EXPECT_THAT(outcome.err, HasSubstr(wrong.ja));
        EXPECT_THAT(outcome.err, HasSubstr(wrong.en));
        EXPECT_THAT(outcome.err, HasSubstr("--help")) << wrong.ja;
    }
}

TEST_F(CommandLine, WhatCannotBeSaidIsNoSuccess) {
    std::ofstream full("/dev/full"), fine(place("log"));
    full << "findings";
    EXPECT_EQ(finish(done, {full, fine}), stopped);
    full.clear();
    full << "findings";
    EXPECT_EQ(finish(wrong_use, {fine, full}), wrong_use);
    std::ofstream null("/dev/null");
    EXPECT_EQ(finish(done, {null, fine}), done);
    EXPECT_THAT(read(place("log")), HasSubstr("output.stream"));
}

TEST_F(CommandLine, NobodyWaitsForAPipe) {
    const std::string pipe = place("pipe.tte");
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    write("tenant.json", R"({"id": "t", "name": "見本町", "gaiji": "pipe.json"})");
    const std::string form = write("one.form.json", one_field_form("stop"));
    const std::string data = write("d.json", R"({"氏名": "甲"})");
    const std::vector<std::vector<std::string>> cases = {
        {"--form", form, "--data", pipe},
        {"--form", pipe, "--data", data},
        {"--form", place("pipe.json"), "--data", data},
        {"--form", form, "--data", data, "--tenant", directory.string()},
    };
    fs::create_symlink(pipe, place("pipe.json"));
    for (std::vector<std::string> words : cases) {
        words.insert(words.begin(), "render");
        words.insert(words.end(), {"--output", place("out.pdf")});
        const Outcome outcome = madoguchi(words);
        EXPECT_EQ(outcome.exit_code, 1);
        EXPECT_THAT(outcome.err, HasSubstr("unreadable"));
    }
}

TEST_F(CommandLine, OutputReplacesNothingThatWasRead) {
    const std::string form = write("one.form.json", one_field_form("stop"));
    const std::string people = write("p.csv", "氏名\n甲\n");
    const std::string data = write("d.json", R"({"氏名": "甲"})");
    fs::create_symlink(people, place("people.pdf"));
    fs::create_symlink("d.json", place("data.svg"));
    fs::create_hard_link(form, place("form.pdf"));
    for (const char* output : {"people.pdf", "form.pdf"}) {
        const Outcome outcome =
            madoguchi({"batch", "--form", form, "--data", people, "--output", place(output)});
        EXPECT_EQ(outcome.exit_code, 1);
        EXPECT_THAT(outcome.err, HasSubstr("output.is-input"));
    }
    EXPECT_THAT(
        madoguchi({"render", "--form", form, "--data", data, "--output", place("data.svg")}).err,
        HasSubstr("output.is-input"));
    EXPECT_EQ(read(people), "氏名\n甲\n");
    EXPECT_EQ(read(data), R"({"氏名": "甲"})");
}

TEST_F(CommandLine, NoFileOfATenantIsOverwritten) {
    fs::create_directory(place("t"));
    write("t/tenant.json", R"({"id": "t", "name": "見本町", "gaiji": "g.json"})");
    const std::string drawings =
        R"({"family": "g", "glyphs": [{"code": "U+E000", "path": "M0 0H9V9Z"}]})";
    write("t/g.json", drawings);
    fs::create_symlink(place("t/g.json"), place("out.pdf"));
    const Outcome outcome =
        madoguchi({"render", "--form", write("one.form.json", one_field_form("stop")), "--data",
                   write("d.json", R"({"氏名": "甲"})"), "--tenant", place("t"), "--output",
                   place("out.pdf")});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, HasSubstr("output.is-input"));
    EXPECT_EQ(read(place("t/g.json")), drawings);
}

TEST_F(CommandLine, ALaterBatchDoesNotMixWithAnEarlierOne) {
    const std::string form = write("one.form.json", one_field_form("stop"));
    const std::string people = write("p.csv", "氏名\n甲\n乙\n");
    fs::create_directory(place("each"));
    write("each/all.pdf", "is taken for nobody's form");
    const std::vector<std::string> words = {"batch", "--form",       form,         "--data",
                                            people,  "--output-dir", place("each")};
    ASSERT_EQ(madoguchi(words).exit_code, 0);
    const std::string first = read(place("each/000002.pdf"));
    write("p.csv", "氏名\n丙\n\x07\n");
    const Outcome again = madoguchi(words);
    EXPECT_EQ(again.exit_code, 1);
    EXPECT_THAT(again.err, HasSubstr("output.older-files"));
    EXPECT_EQ(read(place("each/000002.pdf")), first);
}

TEST_F(CommandLine, ABatchOfNobodyIsAFinding) {
    const std::string form = write("one.form.json", one_field_form("stop"));
    for (const auto& [name, content] : std::vector<std::pair<std::string, std::string>>{
             {"p.CSV", "氏名\n"}, {"p.jsonl", "\n\n"}}) {
        const Outcome outcome = madoguchi({"batch", "--form", form, "--data", write(name, content),
                                           "--output", place("all.pdf")});
        EXPECT_EQ(outcome.exit_code, 1);
        EXPECT_THAT(outcome.err, HasSubstr("batch.empty " + place(name) + ": "));
        EXPECT_FALSE(fs::exists(place("all.pdf")));
    }
}

}  // namespace
}  // namespace madoguchi::api::cli
