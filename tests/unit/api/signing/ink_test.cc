// What a pen did on a tablet: read, drawn, and bound to the page that was shown.
#include "api/signing/ink_file.h"

#include <gmock/gmock.h>

#include "api/cli/command_line.h"
#include "render/layout/ink.h"
#include "tests/unit/api/cli_fixture.h"

namespace madoguchi::api::cli {
namespace {

using testing::HasSubstr;

class InkOnPaper : public CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        write("form.json",
              R"({"formatVersion": 1, "id": "consent", "version": "1", "title": "同意書",
            "fields": [{"name": "氏名", "type": "text"}],
            "pages": [{"id": "p", "size": "A6", "elements": [
              {"id": "name", "kind": "text", "frame": {"x": 10, "y": 10, "width": 60, "height": 8},
               "text": "{{氏名}}"},
              {"id": "sign", "kind": "box", "frame": {"x": 20, "y": 40, "width": 60, "height": 20},
               "stroke": {}, "label": "署名"}]},
              {"id": "q", "size": "A6", "elements": []}]})");
        write("data.json", R"({"氏名": "甲"})");
    }

    Outcome render(const std::string& output, std::vector<std::string> more = {}) {
        std::vector<std::string> words = {"render",     "--form",           place("form.json"),
                                          "--data",     place("data.json"), "--output",
                                          place(output)};
        words.insert(words.end(), more.begin(), more.end());
        return madoguchi(words);
    }

    void write_ink(const std::string& element = "sign", int sheet = 1) {
        EXPECT_EQ(render("shown.svg").exit_code, done);
        const std::string shown = read(place("shown-" + std::to_string(sheet) + ".svg"));
        write("ink.json", R"({"element": ")" + element + R"(", "sheet": )" + std::to_string(sheet) +
                              R"(, "shown": ")" + page_hash(shown) +
                              R"(", "strokes": [[[0.1, 0.5, 0, 0.5], [0.5, 0.2, 30, 1]]]})");
    }

    std::string first_code(const Outcome& outcome) const {
        const std::size_t begin = outcome.err.find(' ') + 1;
        return outcome.err.substr(begin, outcome.err.find_first_of(" :", begin) - begin);
    }
};

TEST_F(InkOnPaper, IsDrawnOnThePageThatWasShown) {
    write_ink();
    ASSERT_EQ(render("out.pdf", {"--ink", place("ink.json")}).exit_code, done);
    ASSERT_EQ(render("with.svg", {"--ink", place("ink.json")}).exit_code, done);
    EXPECT_NE(read(place("with-1.svg")), read(place("shown-1.svg")));
    EXPECT_EQ(read(place("with-2.svg")), read(place("shown-2.svg")));
}

TEST_F(InkOnPaper, IsRefusedOnAnyOtherPage) {
    write_ink();
    write("data.json", R"({"氏名": "乙"})");
    const Outcome outcome = render("out.pdf", {"--ink", place("ink.json")});
    EXPECT_EQ(outcome.exit_code, stopped);
    EXPECT_EQ(first_code(outcome), "ink.other-page");
    EXPECT_THAT(files(), testing::Not(testing::Contains("out.pdf")));
}

TEST_F(InkOnPaper, NeedsItsFieldOnItsSheet) {
    write_ink("nowhere");
    EXPECT_EQ(first_code(render("out.pdf", {"--ink", place("ink.json")})), "ink.no-field");
    write_ink("sign", 2);
    EXPECT_EQ(first_code(render("out.pdf", {"--ink", place("ink.json")})), "ink.other-sheet");
}

std::string found_in(const std::string& change, const std::string& to) {
    std::string source = R"({"element": "sign", "sheet": 1, "shown": ")" + std::string(64, 'a') +
                         R"(", "strokes": [[[0.1, 0.5, 0, 0.5], [0.5, 0.2, 30, 1]]]})";
    const std::size_t at = source.find(change);
    EXPECT_NE(at, std::string::npos) << change;
    source.replace(at, change.size(), to);
    const auto ink = read_ink(source, "ink.json");
    return ink.ok() ? "nothing" : ink.findings()[0].code;
}

TEST(InkFile, RefusesWhatNoTabletSays) {
    EXPECT_EQ(found_in("sign", "sign"), "nothing");
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"\"sheet\": 1", "\"sheet\": 0"},
             {"\"sheet\": 1", "\"sheet\": 1.5"},
             {"aaaa", "AAAA"},
             {"aaaa", ""},
             {"\"sheet\"", "\"colour\""},
             {"[0.1, 0.5, 0, 0.5]", "[0.1, 0.5, 0]"},
             {"[0.1, 0.5, 0, 0.5]", "[3, 0.5, 0, 0.5]"},
             {"[0.1, 0.5, 0, 0.5]", "[0.1, 0.5, 31, 0.5]"},
             {"[0.1, 0.5, 0, 0.5]", "[0.1, 0.5, 0, 1.5]"},
             {"[0.1, 0.5, 0, 0.5]", "[\"0.1\", 0.5, 0, 0.5]"},
             {"[[[", "[[], [["},
             {"\"element\": \"sign\", ", ""}})
        EXPECT_EQ(found_in(from, to), "ink.malformed") << from << " -> " << to;
}

TEST(InkFile, IsNotAsLargeAsOneLikes) {
    std::string points = "[0, 0, 0, 0]";
    for (int i = 0; i < 20'000; ++i)
        points += ",[0, 0, 0, 0]";
    EXPECT_EQ(found_in("[0.1, 0.5, 0, 0.5]", points), "ink.malformed");
}

Rect box_of(const render::Group& drawing) {
    const auto& path = std::get<Path>(drawing.items.at(0).content);
    Length left = Length::mm(1000), right, top = left, bottom;
    for (const PathStep& step : path.steps) {
        const auto see = [&](Point p) {
            left = std::min(left, p.x), right = std::max(right, p.x);
            top = std::min(top, p.y), bottom = std::max(bottom, p.y);
        };
        if (const auto* move = std::get_if<PathMove>(&step)) see(move->to);
        if (const auto* line = std::get_if<PathLine>(&step)) see(line->to);
        if (const auto* curve = std::get_if<PathCurve>(&step)) see(curve->to);
    }
    return {left, top, right - left, bottom - top};
}

/// A level stroke of 50 mm, pressed fully: 0.9 mm wide, its round ends half of that beyond it.
TEST(InkDrawing, IsAsWideAsThePenWasPressed) {
    const Rect field{Length::mm(10), Length::mm(10), Length::mm(100), Length::mm(20)};
    const auto drawn = [&](double pressure) {
        return box_of(render::ink_drawing(
            {"f",
             1,
             {{{0.25, 0.5, 0, pressure}, {0.5, 0.5, 9, pressure}, {0.75, 0.5, 18, pressure}}}},
            field));
    };
    EXPECT_NEAR(drawn(1).height.to_mm(), 0.9, 0.001);
    EXPECT_NEAR(drawn(0).height.to_mm(), 0.25, 0.001);
    EXPECT_NEAR(drawn(1).x.to_mm(), 35 - 0.45, 0.001);
    EXPECT_NEAR(drawn(1).width.to_mm(), 50.9, 0.001);
}

TEST(InkDrawing, ADotIsRoundAndTheFieldClips) {
    const Rect field{Length::mm(10), Length::mm(10), Length::mm(100), Length::mm(20)};
    const render::Group dot = render::ink_drawing({"f", 1, {{{2, 2, 0, 1}, {2, 2, 5, 1}}}}, field);
    EXPECT_NEAR(box_of(dot).width.to_mm(), 0.9, 0.001);
    EXPECT_EQ(dot.clips.size(), 1u);
}

}  // namespace
}  // namespace madoguchi::api::cli
