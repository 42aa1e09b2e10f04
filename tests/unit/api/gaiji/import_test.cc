// The registry as staff fill it, with the program that ships.
#include <gmock/gmock.h>

#include "tests/unit/api/gaiji/gaiji_fixture.h"

namespace madoguchi::api {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string square_svg = R"(<svg viewBox="0 0 9 9"><path d="M1 1H8V8H1ZM3 3V6H6V3Z"/></svg>)";

class GaijiImport : public GaijiProgram {};

TEST_F(GaijiImport, OfAFontRegistersEveryCharacter) {
    const std::string font = write_font("EUDC.TTE", eudc_font({boxed_drop, two_bars}));
    const auto outcome =
        gaiji("import", {font, "--date", "2026-04-01", "--note", "旧システムから"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("2 read, 2 registered"));
    EXPECT_EQ(gaiji("list", {}).out,
              "U+E000\t\t\t\t\t\t\t\tEUDC.TTE\nU+E001\t\t\t\t\t\t\t\tEUDC.TTE\n");
    EXPECT_THAT(cli::read(place("t/gaiji.json")),
                HasSubstr(R"({"date": "2026-04-01", "code": "U+E001", "action": "registered", )"
                          R"("note": "旧システムから"})"));
    const std::string before = cli::read(place("t/gaiji.json"));
    EXPECT_EQ(gaiji("import", {font}).exit_code, 0);
    EXPECT_EQ(cli::read(place("t/gaiji.json")), before) << "the same font again changes nothing";
}

TEST_F(GaijiImport, OfOneOfAFont) {
    const std::string font = write_font("EUDC.TTE", eudc_font({boxed_drop, two_bars}));
    EXPECT_EQ(gaiji("import", {font, "--code", "U+E001", "--reading", "ふたぼう"}).exit_code, 0);
    EXPECT_EQ(gaiji("list", {}).out, "U+E001\t\tふたぼう\t\t\t\t\t\tEUDC.TTE\n");
    EXPECT_THAT(gaiji("import", {font, "--code", "U+E00F"}).err, HasSubstr("gaiji.not-in-font"));
    EXPECT_THAT(gaiji("import", {font, "--reading", "ふたぼう"}).err,
                HasSubstr("gaiji.one-text-for-many"));
}

TEST_F(GaijiImport, ThatClashesChangesNothingAndSaysEveryClash) {
    const std::string old = write_font("old.tte", eudc_font({boxed_drop, two_bars}));
    const std::string other = write_font("new.tte", eudc_font({two_bars, boxed_drop, two_bars}));
    ASSERT_EQ(gaiji("import", {old}).exit_code, 0);
    const std::string before = cli::read(place("t/gaiji.json"));
    const auto refused = gaiji("import", {other});
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("gaiji U+E000: the code is registered with another"),
                                   HasSubstr("gaiji U+E001: the code is registered with another"),
                                   Not(HasSubstr("U+E002"))));
    EXPECT_EQ(cli::read(place("t/gaiji.json")), before);
    EXPECT_EQ(gaiji("import", {other, "--replace"}).exit_code, 0);
    EXPECT_THAT(gaiji("list", {}).out, HasSubstr("U+E002"));
    EXPECT_THAT(cli::read(place("t/gaiji.json")), HasSubstr("\"action\": \"replaced\""));
}

TEST_F(GaijiImport, OfADrawingNeedsACode) {
    const std::string svg = write("square.svg", square_svg);
    EXPECT_THAT(gaiji("import", {svg}).err, HasSubstr("gaiji.code-needed"));
    EXPECT_FALSE(std::filesystem::exists(place("t/gaiji.json")));
    EXPECT_EQ(gaiji("import", {svg, "--code", "U+0041"}).exit_code, 2);
    EXPECT_EQ(gaiji("import", {svg, "--code", "U+E000"}).exit_code, 0);
    EXPECT_THAT(cli::read(place("t/gaiji.json")), HasSubstr("M111.111 111.111L888.889 111.111"));
}

TEST_F(GaijiImport, OfAPictureTracesIt) {
    std::string rows = "P1 16 16\n";
    for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 16; ++x)
            rows += x >= 4 && x < 12 && y >= 4 && y < 12 ? '1' : '0';
    }
    const std::string picture = write("block.pbm", rows);
    EXPECT_EQ(gaiji("import", {picture, "--code", "U+E000"}).exit_code, 0);
    EXPECT_THAT(cli::read(place("t/gaiji.json")), HasSubstr("\"path\": \"M2"));
}

TEST_F(GaijiImport, OfWhatCannotBeReadIsAFindingWithItsPlace) {
    const Bytes font = eudc_font({boxed_drop});
    const std::string half = write_font("half.tte", {font.begin(), font.begin() + 300});
    const auto cut = gaiji("import", {half});
    EXPECT_EQ(cut.exit_code, 1);
    EXPECT_THAT(cut.err, AllOf(HasSubstr("gaiji.unreadable"), HasSubstr("half.tte"),
                               HasSubstr("the file is cut short (at byte ")));
    const std::string huge = write("huge.pbm", "P4\n40000 40000\n");
    EXPECT_THAT(gaiji("import", {huge, "--code", "U+E000"}).err, HasSubstr("gaiji.too-large"));
    EXPECT_THAT(gaiji("import", {write("a.txt", "hello")}).err, HasSubstr("gaiji.unreadable"));
    EXPECT_THAT(gaiji("import", {place("none.tte")}).err, HasSubstr("input.unreadable"));
    EXPECT_FALSE(std::filesystem::exists(place("t/gaiji.json")));
}

TEST_F(GaijiImport, IntoATenantThatIsNoneIsAFinding) {
    const std::string svg = write("square.svg", square_svg);
    EXPECT_EQ(gaiji("import", {svg, "--code", "U+E000"}, "none").exit_code, 1);
    write("t/gaiji.json", "{");
    EXPECT_EQ(gaiji("import", {svg, "--code", "U+E000"}).exit_code, 1);
    EXPECT_EQ(cli::read(place("t/gaiji.json")), "{");
}

TEST_F(GaijiImport, WhatIsKnownOfACharacterIsRecorded) {
    const std::string svg = write("square.svg", square_svg);
    ASSERT_EQ(gaiji("import", {svg, "--code", "U+E000", "--reading", "しかく"}).exit_code, 0);
    const auto set = gaiji("set", {"U+E000", "--identified", "U+8FBB+E0102", "--substitute",
                                   "jisx0213=辻", "--substitute", "cp932=つじ", "--vendor-code",
                                   "F040", "--valid-from", "2026-04-01"});
    EXPECT_EQ(set.exit_code, 0) << set.err;
    EXPECT_EQ(gaiji("list", {}).out,
              "U+E000\tF040\tしかく\t\tU+8FBB+E0102\tjisx0213=辻 cp932=つじ\t2026-04-01\t\t"
              "square.svg\n");
    EXPECT_EQ(gaiji("set", {"U+E000", "--identified", "none", "--substitute", "cp932=", "--reading",
                            "", "--valid-from", ""})
                  .exit_code,
              0);
    EXPECT_EQ(gaiji("list", {}).out, "U+E000\tF040\t\t\tnone\tjisx0213=辻\t\t\tsquare.svg\n");
}

TEST_F(GaijiImport, WrongWordsAndUnknownCodes) {
    EXPECT_THAT(gaiji("set", {"U+E000", "--reading", "あ"}).err, HasSubstr("gaiji.unknown-code"));
    EXPECT_EQ(gaiji("set", {"U+E000", "--identified", "MJ1"}).exit_code, 2);
    EXPECT_EQ(gaiji("set", {"U+E000", "--substitute", "jis=x"}).exit_code, 2);
    EXPECT_EQ(gaiji("set", {"U+E000", "--valid-from", "2026-02-30"}).exit_code, 2);
    EXPECT_EQ(gaiji("set", {"E000"}).exit_code, 2);
    EXPECT_EQ(program({"gaiji"}).exit_code, 2);
    EXPECT_THAT(program({"--help"}).out, Not(HasSubstr("gaiji-reader")));
}

TEST_F(GaijiImport, RemovingOneLeavesItsHistory) {
    const std::string svg = write("square.svg", square_svg);
    ASSERT_EQ(gaiji("import", {svg, "--code", "U+E000"}).exit_code, 0);
    EXPECT_EQ(gaiji("remove", {"U+E000", "--note", "使わない"}).exit_code, 0);
    EXPECT_EQ(gaiji("list", {}).out, "");
    EXPECT_THAT(cli::read(place("t/gaiji.json")), HasSubstr("\"action\": \"removed\""));
    EXPECT_EQ(gaiji("remove", {"U+E000"}).exit_code, 1);
}

TEST_F(GaijiImport, FormerShapesAreShownAndDrawn) {
    const std::string old = write_font("old.tte", eudc_font({boxed_drop, two_bars}));
    const std::string other = write_font("new.tte", eudc_font({two_bars}));
    ASSERT_EQ(gaiji("import", {old, "--date", "2026-04-01"}).exit_code, 0);
    EXPECT_EQ(gaiji("history", {"U+E000"}).out, "2026-04-01\tU+E000\t登録\t\t\n");
    ASSERT_EQ(gaiji("history", {"U+E000", "--sheet", place("before.svg")}).exit_code, 0);
    ASSERT_EQ(
        gaiji("import", {other, "--replace", "--date", "2026-05-01", "--note", "誤り"}).exit_code,
        0);
    const auto told = gaiji("history", {"U+E000", "--sheet", place("after.svg")});
    EXPECT_EQ(told.exit_code, 0) << told.err;
    EXPECT_THAT(told.out, HasSubstr("\n2026-05-01\tU+E000\t差し替え\t誤り\tM"));
    EXPECT_THAT(told.out, Not(HasSubstr("U+E001")));
    const auto drawn = [&](const char* sheet) {
        std::vector<std::string> shapes;
        const std::string svg = cli::read(place(sheet));
        for (auto at = svg.find(" d=\""); at != std::string::npos; at = svg.find(" d=\"", at + 1))
            shapes.push_back(svg.substr(at, svg.find('"', at + 4) - at));
        return shapes;
    };
    ASSERT_EQ(drawn("before.svg").size(), 1U);
    ASSERT_EQ(drawn("after.svg").size(), 2U);
    EXPECT_EQ(drawn("after.svg")[0], drawn("before.svg")[0]) << "the former shape as it was";
    EXPECT_NE(drawn("after.svg")[1], drawn("after.svg")[0]);
    EXPECT_THAT(cli::read(place("after.svg")),
                AllOf(HasSubstr("2026-05-01 まで"), HasSubstr("今の形")));
    ASSERT_EQ(gaiji("remove", {"U+E001", "--date", "2026-06-01"}).exit_code, 0);
    EXPECT_THAT(gaiji("history", {}).out, HasSubstr("\n2026-06-01\tU+E001\t削除\t\tM"));
}

TEST_F(GaijiImport, HistoryWritesOverNoRegistry) {
    const std::string svg = write("square.svg", square_svg);
    ASSERT_EQ(gaiji("import", {svg, "--code", "U+E000"}).exit_code, 0);
    EXPECT_THAT(gaiji("history", {"--sheet", place("t/gaiji.json")}).err,
                HasSubstr("output.is-input"));
    EXPECT_THAT(cli::read(place("t/gaiji.json")), HasSubstr("\"glyphs\""));
    EXPECT_THAT(gaiji("history", {"U+E00F"}).err, HasSubstr("gaiji.unknown-code"));
    EXPECT_EQ(gaiji("history", {"E000"}).exit_code, 2);
}

TEST_F(GaijiImport, OfThousandsOfCharactersIsWholeAndPrints) {
    fonts::DrawnFont font{.family = "Many"};
    const auto drawing = fonts::read_svg_path("M0 0H900V900ZM100 100Q400 300 500 800Z").value();
    for (char32_t code = 0xe000; code <= 0xf8ff; ++code)
        font.glyphs.push_back({code, "g" + std::to_string(code), 1000, drawing});
    const std::string file = write_font("many.ttf", fonts::build_font(font).value());
    const auto outcome = gaiji("import", {file});
    EXPECT_THAT(outcome.out, HasSubstr("6400 read, 6400 registered")) << outcome.err;
    for (char32_t code = 0xf0000; code < 0xf0000 + 20000; ++code)
        font.glyphs.push_back({code, "g" + std::to_string(code), 1000, drawing});
    const std::string more = write_font("more.ttf", fonts::build_font(font).value());
    EXPECT_THAT(gaiji("import", {more}).err, HasSubstr("gaiji.too-large"));
}

}  // namespace
}  // namespace madoguchi::api
