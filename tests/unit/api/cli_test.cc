// The command line as people use it: words in, files, findings and exit codes out.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/unit/api/cli_fixture.h"

namespace madoguchi::api::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST_F(CommandLine, ListsTheForms) {
    const Outcome outcome = madoguchi({"forms"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.out, HasSubstr("residence-change\t"));
    EXPECT_THAT(outcome.out, HasSubstr("住民票の写し等交付請求書"));
    EXPECT_THAT(outcome.out, HasSubstr("seal-registration\t"));
}

TEST_F(CommandLine, PrintsEverySampleOfEveryForm) {
    for (const auto& entry : fs::recursive_directory_iterator(source_dir / "templates/forms")) {
        if (entry.path().parent_path().filename() != "samples") continue;
        const std::string form = entry.path().parent_path().parent_path().filename().string();
        const Outcome outcome = madoguchi({"render", "--form", form, "--data",
                                           entry.path().string(), "--output", place("out.pdf")});
        EXPECT_EQ(outcome.exit_code, 0) << entry.path() << outcome.err;
        EXPECT_EQ(outcome.err, "") << entry.path();
        EXPECT_THAT(read(place("out.pdf")), StartsWith("%PDF-1.7"));
    }
}

TEST_F(CommandLine, SheetsOfAnSvgAreNumberedWhenThereAreSeveral) {
    ASSERT_EQ(madoguchi({"render", "--form", "residence-change", "--data",
                         sample("residence-change", "3-eight-members.json"), "--output",
                         place("many.svg")})
                  .exit_code,
              0);
    ASSERT_EQ(madoguchi({"render", "--form", "residence-change", "--data",
                         sample("residence-change", "2-moving-within.json"), "--output",
                         place("one.svg")})
                  .exit_code,
              0);
    EXPECT_THAT(files(), testing::ElementsAre("many-1.svg", "many-2.svg", "one.svg"));
}

TEST_F(CommandLine, APrivateCodeMeansNothingWithoutItsTenant) {
    const std::string form = write("one.form.json", one_field_form("stop"));
    const std::string data = write("data.json", R"({"氏名": "田)"
                                                "\xee\x80\x80"
                                                R"("})");
    const std::vector<std::string> words = {"render",   "--form",        form, "--data", data,
                                            "--output", place("out.pdf")};
    EXPECT_EQ(madoguchi(words).exit_code, 1);
    std::vector<std::string> with_tenant = words;
    with_tenant.insert(with_tenant.end(),
                       {"--tenant", (source_dir / "api/tenants/demonstration").string()});
    EXPECT_EQ(madoguchi(with_tenant).exit_code, 0);
}

struct BadName {
    std::string what, name, code, character;
};

TEST_F(CommandLine, ACharacterThatNoFaceShowsStopsTheFormAndIsNamed) {
    const std::string form = write("one.form.json", one_field_form("stop"));
    const std::vector<BadName> cases = {
        {"unknown sequence of 邉", "渡\u9089\U000e01ef", "character.no-sequence", "U+9089 U+E01EF"},
        {"unassigned code point", "田\u0378", "character.no-glyph", "U+0378"},
        {"unknown MJ name", "田&MJ999999;", "character.no-named-glyph", "&MJ999999;"},
    };
    for (const BadName& bad : cases) {
        const std::string data = write("data.json", "{\"氏名\": \"" + bad.name + "\"}");
        const Outcome outcome = madoguchi(
            {"render", "--form", form, "--data", data, "--output", place("out.pdf"), "--explain"});
        EXPECT_EQ(outcome.exit_code, 1) << bad.what;
        EXPECT_THAT(outcome.out, HasSubstr(bad.code)) << bad.what;
        EXPECT_THAT(outcome.out, HasSubstr(bad.character)) << bad.what;
        EXPECT_THAT(outcome.out, HasSubstr("\"pointer\":\"/氏名\"")) << bad.what;
        EXPECT_FALSE(fs::exists(place("out.pdf"))) << bad.what;
    }
}

TEST_F(CommandLine, UnderThePolicyMarkItIsPrintedAsGetaWithAWarning) {
    const std::string form = write("one.form.json", one_field_form("mark"));
    const std::string data = write("data.json", "{\"氏名\": \"渡\u9089\U000e01ef\"}");
    const Outcome outcome = madoguchi(
        {"render", "--form", form, "--data", data, "--output", place("out.pdf"), "--explain"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.out, HasSubstr("\"severity\":\"warning\""));
    EXPECT_THAT(outcome.out, HasSubstr("character.no-sequence"));
    EXPECT_TRUE(fs::exists(place("out.pdf")));
}

TEST_F(CommandLine, BadDataAreFindingsAndNothingIsWritten) {
    const std::string form = write("one.form.json", one_field_form("stop"));
    std::string long_name;
    for (int i = 0; i < 300; ++i)
        long_name += "寿";
    std::string many =
        R"({"届出年月日": "2026-04-01", "異動年月日": "2026-04-01", "異動区分": "転入",)"
        R"( "届出人": {"氏名": "甲"}, "異動者": [)";
    for (int i = 0; i < 1000; ++i)
        many += std::string(i ? "," : "") + R"({"氏名": "甲"})";
    many += "]}";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"broken", "{\"氏名\": "},
        {"empty", ""},
        {"missing", "{}"},
        {"wrong type", R"({"氏名": 5})"},
        {"too long", R"({"氏名": ")" + long_name + "\"}"},
        {"lone surrogate", R"({"氏名": "\ud842"})"},
        {"invalid UTF-8", "{\"氏名\": \"\xff\xfe\"}"},
        {"control character", R"({"氏名": "a\u0007b"})"},
        {"twice", R"({"氏名": "甲", "氏名": "乙"})"},
        {"deep", std::string(100000, '[')},
    };
    for (const auto& [what, content] : cases) {
        const std::string data = write("data.json", content);
        const Outcome outcome =
            madoguchi({"render", "--form", form, "--data", data, "--output", place("out.pdf")});
        EXPECT_EQ(outcome.exit_code, 1) << what;
        EXPECT_THAT(outcome.err, HasSubstr("data.json:")) << what << " names the place";
        EXPECT_FALSE(fs::exists(place("out.pdf"))) << what;
    }
    const std::string data = write("data.json", many);
    EXPECT_EQ(madoguchi({"render", "--form", "residence-change", "--data", data, "--output",
                         place("out.pdf")})
                  .exit_code,
              1);
}

TEST_F(CommandLine, BadTemplatesAndPlacesAreFindings) {
    const std::string data = write("data.json", R"({"氏名": "甲"})");
    const std::string form = write("one.form.json", one_field_form("stop"));
    std::string zero = one_field_form("stop");
    zero.replace(zero.find("\"width\": 60"), 11, "\"width\": 0");
    EXPECT_THAT(madoguchi({"render", "--form", write("zero.form.json", zero), "--data", data,
                           "--output", place("o.pdf")})
                    .err,
                HasSubstr("template.T32"));
    std::string unknown = one_field_form("stop");
    unknown.replace(unknown.find("\"text\", \"frame\""), 6, "\"hologram\"");
    EXPECT_THAT(madoguchi({"render", "--form", write("x.form.json", unknown), "--data", data,
                           "--output", place("o.pdf")})
                    .err,
                HasSubstr("template.T4"));
    EXPECT_EQ(madoguchi({"render", "--form", "no-such", "--data", data, "--output", place("o.pdf")})
                  .exit_code,
              1);
    EXPECT_EQ(madoguchi({"render", "--form", form, "--data", place("none.json"), "--output",
                         place("o.pdf")})
                  .exit_code,
              1);
    EXPECT_EQ(
        madoguchi({"render", "--form", form, "--data", data, "--output", place("no/such/o.pdf")})
            .exit_code,
        1);
    EXPECT_EQ(madoguchi({"render", "--form", form, "--data", data, "--output", place("o.pdf"),
                         "--tenant", place("none")})
                  .exit_code,
              1);
}

TEST_F(CommandLine, AGaijiFontThatIsNoFontIsAFinding) {
    write("tenant.json", R"({"id": "t", "name": "見本町", "gaiji": "eudc.tte"})");
    write("eudc.tte", "this is not a font");
    const std::string data = write("data.json", R"({"氏名": "甲"})");
    const std::string form = write("one.form.json", one_field_form("stop"));
    const Outcome outcome = madoguchi({"render", "--form", form, "--data", data, "--output",
                                       place("o.pdf"), "--tenant", directory.string()});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, HasSubstr("eudc.tte"));
}

TEST_F(CommandLine, AGaijiDrawingThatCannotBeReadIsFoundInItsFile) {
    write("tenant.json", R"({"id": "t", "name": "見本町", "gaiji": "gaiji.json"})");
    write("gaiji.json",
          "{\"family\": \"g\", \"glyphs\": [\n"
          " {\"code\": \"U+E000\", \"path\": \"M0 0L9 0L9 9Z\"},\n"
          " {\"code\": \"U+E001\", \"path\": \"M0 0A9 9\"}]}");
    const std::string data = write("data.json", R"({"氏名": "甲"})");
    const std::string form = write("one.form.json", one_field_form("stop"));
    const Outcome outcome = madoguchi({"render", "--form", form, "--data", data, "--output",
                                       place("o.pdf"), "--tenant", directory.string()});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, HasSubstr("gaiji.json:3:29:"));
    EXPECT_THAT(outcome.err, HasSubstr("U+E001"));
}

/// A disk that is full after `bytes`, for one command: a limit on the size of files in a child.
int run_with_full_disk(rlim_t bytes, const std::vector<std::string>& words) {
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::_exit(madoguchi(words).exit_code);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(CommandLine, AFullDiskLeavesNothingHalfWrittenAndTheOldFileWhole) {
    const std::string data = sample("residence-change", "3-eight-members.json");
    write("out.pdf", "the old file");
    for (const char* output : {"out.pdf", "new.pdf", "new.svg"}) {
        EXPECT_EQ(run_with_full_disk(1000, {"render", "--form", "residence-change", "--data", data,
                                            "--output", place(output)}),
                  1);
    }
    EXPECT_THAT(files(), testing::ElementsAre("out.pdf"));
    EXPECT_EQ(read(place("out.pdf")), "the old file");
}

TEST_F(CommandLine, ABatchPrintsTheGoodLinesAndNamesTheBad) {
    const std::string form = write("one.form.json", one_field_form("stop"));
    const std::string people =
        write("people.jsonl", "{\"氏名\": \"甲\"}\n\n{\"氏名\": 5}\n{\"氏名\": \"乙\"}\n");
    const Outcome outcome =
        madoguchi({"batch", "--form", form, "--data", people, "--output", place("all.pdf")});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.err, HasSubstr("people.jsonl:3:"));
    EXPECT_THAT(outcome.err, HasSubstr("2件を印字しました。1件は印字していません"));
    const Outcome apart =
        madoguchi({"batch", "--form", form, "--data", people, "--output-dir", place("each")});
    EXPECT_EQ(apart.exit_code, 0);
    EXPECT_TRUE(fs::exists(place("each/000001.pdf")));
    EXPECT_FALSE(fs::exists(place("each/000002.pdf")));
    EXPECT_TRUE(fs::exists(place("each/000003.pdf")));
}

TEST_F(CommandLine, AReprintKeepsTheNumbersOfItsPeople) {
    const std::string form = write("one.form.json", one_field_form("stop"));
    const std::string people =
        write("people.jsonl",
              "{\"氏名\": \"甲\"}\n{\"氏名\": \"乙\"}\n{\"氏名\": \"丙\"}\n{\"氏名\": \"丁\"}\n");
    EXPECT_EQ(madoguchi({"batch", "--form", form, "--data", people, "--output-dir", place("each"),
                         "--records", "2-3"})
                  .exit_code,
              0);
    EXPECT_FALSE(fs::exists(place("each/000001.pdf")));
    EXPECT_TRUE(fs::exists(place("each/000002.pdf")));
    EXPECT_TRUE(fs::exists(place("each/000003.pdf")));
    EXPECT_FALSE(fs::exists(place("each/000004.pdf")));
}

TEST_F(CommandLine, ABatchSaysOnWhichLineACharacterIsMissing) {
    const std::string form = write("one.form.json", one_field_form("stop"));
    for (const auto& [file, people] :
         {std::pair("people.jsonl", "{\"氏名\": \"甲\"}\n{\"氏名\": \"渡\u9089\U000e01ef\"}\n"),
          std::pair("people.csv", "氏名\n甲\n渡\u9089\U000e01ef\n")}) {
        const Outcome outcome = madoguchi(
            {"batch", "--form", form, "--data", write(file, people), "--output", place("all.pdf")});
        const std::string line = std::string_view(file).ends_with("csv") ? ":3:1" : ":2:1";
        EXPECT_THAT(outcome.err, HasSubstr("character.no-sequence"));
        EXPECT_THAT(outcome.err, HasSubstr(file + line));
    }
}

TEST_F(CommandLine, ABatchOfNothingPrintableWritesNothing) {
    const std::string form = write("one.form.json", one_field_form("stop"));
    const std::string people = write("people.jsonl", "{}\n{}\n");
    EXPECT_EQ(madoguchi({"batch", "--form", form, "--data", people, "--output", place("all.pdf")})
                  .exit_code,
              1);
    EXPECT_FALSE(fs::exists(place("all.pdf")));
}

TEST_F(CommandLine, ACoreSystemsCsvInCp932PrintsAllButItsTruncatedLine) {
    const std::string command =
        "python3 '" + (source_dir / "tests/support/invented_people.py").string() +
        "' --count 1000 --format cp932-csv --truncate-line 500 > '" + place("people.csv") + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    const Outcome outcome =
        madoguchi({"batch", "--form", "residence-change", "--data", place("people.csv"), "--output",
                   place("all.pdf"), "--explain"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.err, HasSubstr("999 printed, 1 refused"));
    EXPECT_THAT(outcome.out, HasSubstr("\"line\":500,"));
    EXPECT_THAT(outcome.out, HasSubstr("\"column\":"));
    EXPECT_THAT(outcome.out, HasSubstr("\"offset\":"));
}

TEST_F(CommandLine, ThreadsDoNotChangeABatch) {
    const std::string command = "python3 '" +
                                (source_dir / "tests/support/invented_people.py").string() +
                                "' --count 60 > '" + place("people.jsonl") + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    for (const char* threads : {"1", "4"}) {
        ASSERT_EQ(
            madoguchi({"batch", "--form", "residence-change", "--data", place("people.jsonl"),
                       "--output", place(std::string(threads) + ".pdf"), "--threads", threads})
                .exit_code,
            0);
    }
    EXPECT_TRUE(read(place("1.pdf")) == read(place("4.pdf")));
    EXPECT_THAT(read(place("1.pdf")), StartsWith("%PDF-1.7"));
}

TEST_F(CommandLine, ShowsWhatIsKnownOfACharacter) {
    const Outcome shown = madoguchi({"characters", "show", "U+8FBB+E0102", "MJ003719"});
    EXPECT_EQ(shown.exit_code, 0) << shown.err;
    EXPECT_THAT(shown.out, HasSubstr("辻\U000E0102\tMJ025760"));
    EXPECT_THAT(shown.out, HasSubstr("字形\tIPAmjMincho mj003719"));
    const Outcome variants = madoguchi({"characters", "show", "--name", "渡邉"});
    EXPECT_THAT(variants.out, HasSubstr("MJ026190\tU+9089 U+E010F"));
    const Outcome json = madoguchi({"characters", "show", "辻", "--json"});
    EXPECT_THAT(json.out, HasSubstr("\"mj\": \"MJ025761\""));
}

TEST_F(CommandLine, ACharacterThatIsNoneIsAFinding) {
    const Outcome shown = madoguchi({"characters", "show", "MJ999999"});
    EXPECT_EQ(shown.exit_code, 1);
    EXPECT_THAT(shown.err, HasSubstr("characters.not-understood"));
    EXPECT_EQ(madoguchi({"characters", "show"}).exit_code, 2);
}

TEST_F(CommandLine, CountsWhatTheFontsDrawOfEachSet) {
    const Outcome counted = madoguchi({"characters", "coverage"});
    EXPECT_EQ(counted.exit_code, 0) << counted.err;
    EXPECT_THAT(counted.out, HasSubstr("文字情報基盤（MJ）\t58862 / 58862"));
    EXPECT_THAT(counted.out, HasSubstr("その番号の字形で描かれる\t58862"));
    EXPECT_THAT(counted.out, HasSubstr("異体字シーケンス（Moji_Joho）\t11382 / 11382"));
    EXPECT_THAT(counted.out, HasSubstr("基底文字と同じ字形\t5057"));
    EXPECT_THAT(counted.out, HasSubstr("JIS X 0213:2004\t11233 / 11233"));
}

}  // namespace
}  // namespace madoguchi::api::cli
