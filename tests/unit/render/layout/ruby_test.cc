// One-line cases of ruby, in tests/cases/ruby/*.cases. Columns, parted by tabs:
//   section of JLREQ | 横 or 縦 | mono, jukugo, group | measure in ems | start, justify, even |
//   text | lines as set
// Lines are parted by │; [25] is a blank of 0.25 em before a letter; a reading in 《》 follows its
// letters, @ with its distance from the line's start and, unless they stand close, + with the
// distance of its characters, all in hundredths of the letters' type size.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "base/utf8.h"
#include "templates/fill/ruby.h"
#include "templates/words.h"
#include "tests/support/layout_fixture.h"

namespace madoguchi::render {
namespace {

namespace fs = std::filesystem;
using templates::Align;
using templates::Direction;
using templates::Ruby;

constexpr Length size = Length::pt(10);
/// An ascent of the em box that JIS fonts have.
constexpr double ascent = 0.88;

struct Case {
    std::string place;
    std::vector<std::string> columns;
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.place << " §" << one.columns[0] << ' ' << one.columns[5];
}

std::vector<Case> read_cases() {
    std::vector<Case> cases;
    for (const auto& entry :
         fs::directory_iterator(fs::path(MADOGUCHI_SOURCE_DIR) / "tests/cases/ruby")) {
        std::ifstream in(entry.path());
        int number = 0;
        for (std::string line; std::getline(in, line);) {
            ++number;
            if (line.empty() || line.front() == '#') continue;
            Case one{entry.path().filename().string() + ":" + std::to_string(number), {}};
            std::istringstream columns(line);
            for (std::string column; std::getline(columns, column, '\t');)
                one.columns.push_back(column);
            if (one.columns.size() != 7) throw std::runtime_error("seven columns: " + line);
            cases.push_back(std::move(one));
        }
    }
    return cases;
}

templates::Text ruby_text(Ruby kind, Direction direction, Align align = Align::Start) {
    templates::Text text;
    text.ruby = kind;
    text.style.size = size;
    text.style.direction = direction;
    text.style.align = align;
    text.style.block_align = templates::BlockAlign::Start;
    text.style.fit.steps = {templates::FitStep::Wrap};
    return text;
}

std::string annotated(const std::string& text) {
    auto written = templates::fill::annotate_ruby(text);
    EXPECT_TRUE(written.ok()) << text;
    return written.ok() ? *written : text;
}

/// Glyphs in the order of the items, in hundredths of the letters' size from the frame's corner.
struct Letter {
    std::string text;
    double along = 0, across = 0;
    bool small = false;
    const void* run = nullptr;
};

class LineWriter {
  public:
    LineWriter(const Rect& frame, Direction direction) : frame_(frame), direction_(direction) {}

    std::vector<Letter> letters;

    void add(const std::vector<Item>& items, Point origin = Point()) {
        for (const Item& item : items) {
            if (const auto* group = std::get_if<Group>(&item.content))
                add(group->items, origin + group->origin);
            if (const auto* run = std::get_if<GlyphRun>(&item.content)) add(*run, origin);
        }
    }

  private:
    void add(const GlyphRun& run, Point origin) {
        for (const PlacedGlyph& glyph : run.glyphs) {
            Point at = origin + glyph.at;
            if (direction_ == Direction::Vertical) at.y = at.y - run.size.scaled(ascent);
            const double right = hundredths(at.x - frame_.x), down = hundredths(at.y - frame_.y);
            const bool vertical = direction_ == Direction::Vertical;
            letters.push_back({run.text.substr(glyph.text_offset, glyph.text_size),
                               vertical ? down : right, vertical ? right : down, run.size < size,
                               &run});
        }
    }

    static double hundredths(Length length) { return length / size * 100; }

    Rect frame_;
    Direction direction_;
};

std::string rounded(double value) {
    return std::to_string(std::lround(value));
}

/// A reading from `first` on; `first` goes behind it.
std::string written_reading(const std::vector<Letter>& letters, std::size_t& first) {
    const std::size_t begin = first;
    std::string words;
    for (; first < letters.size() && letters[first].run == letters[begin].run; ++first)
        words += letters[first].text;
    std::string out = "《" + words + "@" + rounded(letters[begin].along);
    if (first - begin > 1) {
        const double step = letters[begin + 1].along - letters[begin].along;
        if (std::abs(step - 50) > 0.5) out += "+" + rounded(step);
    }
    return out + "》";
}

std::string written(const std::vector<Letter>& letters) {
    std::string out;
    double end = 0;
    std::optional<double> line;
    for (std::size_t i = 0; i < letters.size();) {
        if (letters[i].small) {
            out += written_reading(letters, i);
            continue;
        }
        if (line && std::abs(*line - letters[i].across) > 40) out += "│", end = 0;
        line = letters[i].across;
        const double gap = letters[i].along - end;
        if (std::abs(gap) > 0.5) out += "[" + rounded(gap) + "]";
        out += letters[i].text;
        end = letters[i++].along + 100;
    }
    return out;
}

std::string set(const Case& one) {
    const auto& columns = one.columns;
    const Direction direction = columns[1] == "縦" ? Direction::Vertical : Direction::Horizontal;
    static const std::map<std::string, Align> aligns = {
        {"start", Align::Start}, {"justify", Align::Justify}, {"even", Align::Even}};
    static const std::map<std::string, Ruby> kinds = {
        {"mono", Ruby::Mono}, {"jukugo", Ruby::Jukugo}, {"group", Ruby::Group}};
    const Length measure = size.scaled(std::stod(columns[3])), extent = size * 20;
    const Rect frame = direction == Direction::Vertical
                           ? Rect{Length::mm(10), Length::mm(10), extent, measure}
                           : Rect{Length::mm(10), Length::mm(10), measure, extent};
    ElementOnPaper paper(frame, ruby_text(kinds.at(columns[2]), direction, aligns.at(columns[4])));
    paper.lay_out(annotated(columns[5]));
    if (!paper.findings.empty()) return paper.codes().front();
    LineWriter lines(frame, direction);
    lines.add(paper.data_items);
    return written(lines.letters);
}

class RubyCase : public testing::TestWithParam<Case> {};

TEST_P(RubyCase, IsSetSo) {
    EXPECT_EQ(set(GetParam()), GetParam().columns[6]);
}

INSTANTIATE_TEST_SUITE_P(Cases, RubyCase, testing::ValuesIn(read_cases()),
                         [](const auto& one) { return "case" + std::to_string(one.index); });

Rect long_frame() {
    return {Length::mm(10), Length::mm(10), size * 20, size * 3};
}

/// Runs of letters first, of their reading second.
std::vector<GlyphRun> runs_for(const std::string& text, Direction direction) {
    const Rect frame = long_frame();
    ElementOnPaper paper(direction == Direction::Vertical
                             ? Rect{frame.x, frame.y, frame.height, frame.width}
                             : frame,
                         ruby_text(Ruby::Group, direction));
    paper.lay_out(annotated(text));
    EXPECT_TRUE(paper.findings.empty());
    return runs_of(paper.data_items);
}

TEST(RubyLine, StandsAboveItsLettersOnTheSameGrid) {
    const auto runs = runs_for("見本《みほん》", Direction::Horizontal);
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_EQ(runs[1].size, size.scaled(0.5));
    const double em = size.to_mm(), top = long_frame().y.to_mm();
    // Em boxes: the reading's from the frame's top for half an em, the letters' below it.
    EXPECT_NEAR(runs[1].glyphs[0].at.y.to_mm(), top + ascent * em / 2, 0.01);
    EXPECT_NEAR(runs[0].glyphs[0].at.y.to_mm(), top + em / 2 + ascent * em, 0.01);
}

TEST(RubyLine, StandsToTheRightOfAVerticalLine) {
    ElementOnPaper paper({Length::mm(10), Length::mm(10), size * 3, size * 20},
                         ruby_text(Ruby::Group, Direction::Vertical));
    paper.lay_out(annotated("見本《みほん》"));
    LineWriter lines(paper.element.frame, Direction::Vertical);
    lines.add(paper.data_items);
    ASSERT_EQ(lines.letters.size(), 5u);
    // The frame is three ems wide: the reading has its right half em, the letters the em beside it.
    EXPECT_NEAR(lines.letters[0].across, 150, 1);
    EXPECT_NEAR(lines.letters[2].across, 250, 1);
}

TEST(RubyLine, HasRoomAlsoWhereNoReadingIs) {
    const auto with = runs_for("見本《みほん》", Direction::Horizontal);
    const auto without = runs_for("見本", Direction::Horizontal);
    EXPECT_EQ(with[0].glyphs[0].at, without[0].glyphs[0].at);
}

TEST(RubyLine, KeepsLinesApart) {
    ElementOnPaper paper({Length::mm(10), Length::mm(10), size * 2, size * 3},
                         ruby_text(Ruby::Mono, Direction::Horizontal));
    paper.lay_out(annotated("見本《みほん》届出《とどけで》"));
    EXPECT_TRUE(paper.findings.empty());
    const auto runs = runs_of(paper.data_items);
    ASSERT_EQ(runs.size(), 4u);
    EXPECT_NEAR((runs[2].glyphs[0].at.y - runs[0].glyphs[0].at.y) / size, 1.5, 0.01);
    ElementOnPaper low({Length::mm(10), Length::mm(10), size * 2, size.scaled(2.9)},
                       ruby_text(Ruby::Group, Direction::Horizontal));
    low.lay_out(annotated("見本《みほん》届出《とどけで》"));
    EXPECT_EQ(low.codes(), std::vector<std::string>{"layout.overflow"});
}

TEST(RubyLine, NeedsRoomForTheReadingAcross) {
    ElementOnPaper paper({Length::mm(10), Length::mm(10), size * 9, size.scaled(1.4)},
                         ruby_text(Ruby::Group, Direction::Horizontal));
    paper.lay_out(annotated("見本《みほん》"));
    EXPECT_EQ(paper.codes(), std::vector<std::string>{"layout.overflow"});
}

TEST(RubyLine, IsCondensedWithItsLetters) {
    templates::Text text = ruby_text(Ruby::Group, Direction::Horizontal);
    text.style.fit.steps = {templates::FitStep::Condense};
    ElementOnPaper paper({Length::mm(10), Length::mm(10), size, size * 2}, text);
    text.style.fit.min_condense = 0.4;
    paper.element.kind = text;
    paper.lay_out(annotated("見本《みほんし》"));
    EXPECT_TRUE(paper.findings.empty());
    const auto runs = runs_of(paper.data_items);
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_DOUBLE_EQ(runs[0].condense, 0.5);
    EXPECT_DOUBLE_EQ(runs[1].condense, 0.5);
}

TEST(RubyLine, IsSaidBehindItsLetters) {
    ElementOnPaper paper(long_frame(), ruby_text(Ruby::Group, Direction::Horizontal));
    paper.lay_out(annotated("お届出《とどけで》人"));
    EXPECT_EQ(said_by(paper.data_items), "お届出（とどけで）人");
}

TEST(RubyLine, ReportsMissingCharactersAtTheirPlace) {
    ElementOnPaper paper(long_frame(), ruby_text(Ruby::Group, Direction::Horizontal));
    paper.lay_out(annotated("お届\U000E01EF出《とど\uE0FFで》人"));
    ASSERT_EQ(paper.findings.size(), 2u);
    // Counted with the marks, as the filled text has them: お[届󠇯出|とど で]人.
    EXPECT_EQ(paper.findings[0].origin.character->index, 7u);
    EXPECT_EQ(paper.findings[1].origin.character->index, 2u);
}

TEST(RubyLine, ReadingsOfLettersThatStandCloseDoNotMeet) {
    for (const Ruby kind : {Ruby::Mono, Ruby::Jukugo}) {
        templates::Text text = ruby_text(kind, Direction::Horizontal);
        text.style.letter_spacing = Length::pt(-1);
        ElementOnPaper paper(long_frame(), text);
        paper.lay_out(annotated("東《国国》京《国国》"));
        LineWriter lines(long_frame(), Direction::Horizontal);
        lines.add(paper.data_items);
        ASSERT_EQ(lines.letters.size(), 6u);
        std::vector<double> readings;
        for (const Letter& letter : lines.letters) {
            if (letter.small) readings.push_back(letter.along);
        }
        ASSERT_EQ(readings.size(), 4u);
        for (std::size_t i = 1; i < readings.size(); ++i)
            EXPECT_GE(readings[i] - readings[i - 1], 49.9);
    }
}

TEST(RubyLine, ReadingsOfSeveralLettersThatStandCloseDoNotMeet) {
    templates::Text text = ruby_text(Ruby::Mono, Direction::Horizontal);
    text.style.letter_spacing = Length::pt(-1);
    ElementOnPaper paper(long_frame(), text);
    paper.lay_out(annotated("｜東京《国国国国》｜大阪《国国国国》府"));
    LineWriter lines(long_frame(), Direction::Horizontal);
    lines.add(paper.data_items);
    std::vector<double> readings;
    for (const Letter& letter : lines.letters) {
        if (letter.small) readings.push_back(letter.along);
    }
    ASSERT_EQ(readings.size(), 8u);
    for (std::size_t i = 1; i < readings.size(); ++i)
        EXPECT_GE(readings[i] - readings[i - 1], 49.9) << i;
}

TEST(RubyLine, OfAGroupStandsOverNothingElse) {
    for (const char* letters : {"", "　"}) {
        ElementOnPaper paper(long_frame(), ruby_text(Ruby::Group, Direction::Horizontal));
        paper.lay_out(std::string("\uFFF9見本\uFFFAみほん\uFFFB\uFFF9") + letters +
                      "\uFFFAたろう\uFFFB様");
        EXPECT_EQ(paper.codes(), std::vector<std::string>{"layout.ruby"});
    }
}

TEST(RubyLine, DoesNotHangWithItsLetters) {
    templates::Text text = ruby_text(Ruby::Group, Direction::Horizontal);
    text.style.hanging = true;
    ElementOnPaper paper({Length::mm(10), Length::mm(10), size.scaled(5.1), size * 6}, text);
    paper.lay_out(annotated("｜見本太郎子。《みほんたろうこまる》です"));
    EXPECT_EQ(paper.codes(), std::vector<std::string>{"layout.overflow"});
}

TEST(RubyLine, OfAGroupNamesTheValueOfAMissingCharacter) {
    // 東《b》京《c]: the values are the two readings.
    const std::string filled = "\uFFF9東\uFFFAとう\uFFFB\uFFF9京\uFFFAきょ\uE0FF\uFFFB";
    const std::size_t b = filled.find("とう"), c = filled.find("きょ");
    ElementOnPaper paper(long_frame(), ruby_text(Ruby::Group, Direction::Horizontal));
    paper.values = {{b, b + 6, "/b"}, {c, c + 9, "/c"}};
    paper.lay_out(filled);
    ASSERT_EQ(paper.findings.size(), 1u);
    EXPECT_EQ(paper.findings[0].origin.data_pointer, "/c");
    EXPECT_EQ(paper.findings[0].origin.character->index, 2u);
}

TEST(RubyLine, MoreMissingCharactersWeighAsTheOthers) {
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += "山《\uE0FF》";
    ElementOnPaper paper(long_frame(), ruby_text(Ruby::Mono, Direction::Horizontal));
    paper.missing = templates::MissingCharacterPolicy::Mark;
    paper.lay_out(annotated(text));
    ASSERT_EQ(paper.codes().back(), "character.more-missing");
    EXPECT_EQ(paper.findings.back().severity, Severity::Warning);
}

TEST(RubyLine, CountsTheMissingCharactersOfAllReadings) {
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += "山《\uE0FF》";
    ElementOnPaper paper(long_frame(), ruby_text(Ruby::Mono, Direction::Horizontal));
    paper.lay_out(annotated(text));
    ASSERT_EQ(paper.findings.size(), 52u);  // and the text is too long
    EXPECT_EQ(paper.codes()[50], "layout.overflow");
    EXPECT_EQ(paper.codes()[51], "character.more-missing");
    EXPECT_NE(paper.findings[51].message.en.find("10 more"), std::string::npos);
}

TEST(RubyLine, SaysWhichValueHoldsTheLineFeed) {
    const std::string filled = "\uFFF9甲\uFFFAよ\nみ\uFFFB";
    ElementOnPaper paper(long_frame(), ruby_text(Ruby::Mono, Direction::Horizontal));
    paper.values = {{3, 6, "/氏名"}, {9, 16, "/フリガナ"}};
    paper.lay_out(filled);
    ASSERT_EQ(paper.findings.size(), 1u);
    EXPECT_EQ(paper.findings[0].origin.data_pointer, "/フリガナ");
}

TEST(RubyLine, WithoutLettersIsAFinding) {
    for (const char* filled : {"\uFFF9\uFFFAよみ\uFFFB", "\uFFF9甲\n乙\uFFFAよみ\uFFFB",
                               "\uFFF9甲\uFFFAよ\nみ\uFFFB", "甲\n\uFFF9\uFFFAよみ\uFFFB"}) {
        ElementOnPaper paper(long_frame(), ruby_text(Ruby::Mono, Direction::Horizontal));
        paper.lay_out(filled);
        EXPECT_EQ(paper.codes(), std::vector<std::string>{"layout.ruby"}) << filled;
        EXPECT_TRUE(paper.data_items.empty());
    }
}

TEST(RubyLine, OfNothingOverNothingIsNothing) {
    ElementOnPaper paper(long_frame(), ruby_text(Ruby::Mono, Direction::Horizontal));
    paper.lay_out("\uFFF9\uFFFA\uFFFB");
    EXPECT_TRUE(paper.findings.empty());
    EXPECT_TRUE(paper.data_items.empty());
}

}  // namespace
}  // namespace madoguchi::render
