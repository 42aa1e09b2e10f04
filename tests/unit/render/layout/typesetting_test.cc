// One-line cases of how Japanese is set, in tests/cases/typesetting/*.cases. Columns, parted by
// tabs:
//   section of JLREQ | 横 or 縦, +ぶら下げ, +詰め (no 四分アキ) | measure in ems | start, justify,
//   even | text | lines as set
// Lines are parted by │; [25] is a gap of 0.25 em between two bodies; ‹…› hangs behind the line.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "render/layout/fill_lines.h"
#include "render/layout/justify.h"
#include "tests/support/layout_fixture.h"

namespace madoguchi::render {
namespace {

namespace fs = std::filesystem;
using templates::Align;

struct Case {
    std::string place, section, direction, align, text, expected;
    double measure = 0;
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.place << " §" << one.section << ' ' << one.text;
}

std::vector<std::string> columns_of(const std::string& line) {
    std::vector<std::string> columns;
    std::istringstream in(line);
    for (std::string column; std::getline(in, column, '\t');)
        columns.push_back(column);
    return columns;
}

std::vector<Case> read_cases() {
    std::vector<Case> cases;
    for (const auto& entry :
         fs::directory_iterator(fs::path(MADOGUCHI_SOURCE_DIR) / "tests/cases/typesetting")) {
        if (entry.path().extension() != ".cases") continue;
        std::ifstream in(entry.path());
        int number = 0;
        for (std::string line; std::getline(in, line);) {
            ++number;
            if (line.empty() || line.front() == '#') continue;
            const auto columns = columns_of(line);
            if (columns.size() != 6) throw std::runtime_error("six columns are needed: " + line);
            cases.push_back({entry.path().filename().string() + ":" + std::to_string(number),
                             columns[0], columns[1], columns[3], columns[4], columns[5],
                             std::stod(columns[2])});
        }
    }
    return cases;
}

Align align_of(const std::string& word) {
    static const std::map<std::string, Align> aligns = {
        {"start", Align::Start}, {"justify", Align::Justify}, {"even", Align::Even}};
    return aligns.at(word);
}

std::string written_gap(double ems) {
    const auto hundredths = std::lround(ems * 100);
    return hundredths == 0 ? "" : "[" + std::to_string(hundredths) + "]";
}

std::string set_line(const Paragraph& paragraph, std::size_t first, const LineEnd& line,
                     double measure, Align align) {
    const LineWidth width = line_width(paragraph, first, line.measured);
    const Align here =
        align == Align::Justify && line.end == paragraph.size() ? Align::Start : align;
    const Spread set = spread({paragraph, first, line.measured}, width.natural, measure, here);
    std::string written;
    for (std::size_t i = first; i < line.end; ++i) {
        if (i == line.measured) written += "‹";
        if (i > first && i < line.set) written += written_gap(set.gaps.width(paragraph.gap(i)));
        written += paragraph.character(i);
    }
    return written + (line.measured < line.end ? "›" : "");
}

std::string set_lines(const Case& one) {
    templates::Style style;
    if (one.direction.starts_with("縦")) style.direction = templates::Direction::Vertical;
    style.hanging = one.direction.ends_with("ぶら下げ");
    style.western_space = !one.direction.ends_with("詰め");
    auto paragraphs = shape_paragraphs(*installed_fonts().mincho, one.text, style);
    Paragraph& paragraph = paragraphs.at(0);
    prepare_breaks(paragraph);
    std::string lines;
    for (std::size_t first = 0; first < paragraph.size();) {
        const LineEnd line = fill_line(paragraph, first, one.measure);
        if (first > 0) lines += "│";
        lines += set_line(paragraph, first, line, one.measure, align_of(one.align));
        first = line.end;
    }
    return lines;
}

class Typesetting : public testing::TestWithParam<Case> {};

TEST_P(Typesetting, SetsTheseLines) {
    EXPECT_EQ(set_lines(GetParam()), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Cases, Typesetting, testing::ValuesIn(read_cases()),
                         [](const auto& one) { return "case" + std::to_string(one.index); });

}  // namespace
}  // namespace madoguchi::render
