// Every rule of templates/SPEC.md broken in one place of a form that keeps all of them: exactly one
// finding, with the rule's number, pointer, line and column.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "templates/read.h"

namespace madoguchi::templates {
namespace {

constexpr const char* folder = MADOGUCHI_SOURCE_DIR "/tests/cases/templates/";

std::string read_file(const std::string& name) {
    std::ifstream file(folder + name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct RuleCase {
    int line = 0;       ///< in the table
    std::string found;  ///< "T5 /pages/0/size 71:15"
    std::string from;
    std::string to;
};

std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : line) {
        if (c == separator) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::vector<RuleCase> read_cases() {
    std::vector<RuleCase> cases;
    int number = 0;
    for (const std::string& line : split(read_file("rules.tsv"), '\n')) {
        ++number;
        if (line.empty() || line[0] == '#') continue;
        const std::vector<std::string> cells = split(line, '\t');
        if (cells.size() != 5) {
            ADD_FAILURE() << "rules.tsv:" << number << " has not five cells";
            continue;
        }
        cases.push_back({number, cells[0] + ' ' + cells[1] + ' ' + cells[2], cells[3], cells[4]});
    }
    return cases;
}

std::string found_in(const std::string& source) {
    const Result<Template> form = read_template(source, "form.json");
    if (form.ok()) return "nothing";
    std::string found;
    for (const Diagnostic& finding : form.findings()) {
        const std::string code = finding.code.substr(finding.code.find('.') + 1);
        if (!found.empty()) found += "; ";
        found += code + ' ' + finding.origin.template_pointer + ' ' +
                 std::to_string(finding.origin.source->line) + ':' +
                 std::to_string(finding.origin.source->column);
        EXPECT_NE(finding.message.ja, "");
        EXPECT_NE(finding.message.en, "");
    }
    return found;
}

TEST(Rules, EveryBrokenRuleIsFoundInItsPlaceAndNothingElse) {
    const std::string whole = read_file("whole.form.json");
    ASSERT_EQ(found_in(whole), "nothing");
    for (const RuleCase& one : read_cases()) {
        const std::size_t at = whole.find(one.from);
        ASSERT_NE(at, std::string::npos) << "rules.tsv:" << one.line;
        ASSERT_EQ(whole.find(one.from, at + 1), std::string::npos)
            << "rules.tsv:" << one.line << " fits in two places";
        std::string source = whole;
        source.replace(at, one.from.size(), one.to);
        EXPECT_EQ(found_in(source), one.found) << "rules.tsv:" << one.line;
    }
}

TEST(Rules, TheFirstPageIsNoContinuationPage) {
    const std::string table =
        R"("kind": "table", "frame": {"x": 0, "y": 0, "width": 9, "height": 9},
        "list": "並び", "rows": 1, "rowHeight": 9, "row": [{"id": )";
    const std::string line =
        R"("kind": "line", "frame": {"x": 0, "y": 0, "width": 9, "height": 0}}]})";
    const std::string source =
        R"({"formatVersion": 1, "id": "a", "version": "1", "title": "x",
        "fields": [{"name": "並び", "type": "list", "fields": [{"name": "甲", "type": "text"}]}],
        "pages": [
          {"id": "p", "size": "A6", "continuation": true,
           "elements": [{"id": "t", "continues": "u", )" +
        table + R"("l", )" + line + R"(]},
          {"id": "q", "size": "A6", "elements": [{"id": "u", )" +
        table + R"("m", )" + line + "]}]}";
    EXPECT_EQ(found_in(source), "T31 /pages/0/continuation 4:53");
}

TEST(Rules, AllPagesTogetherHoldSoManyElements) {
    const auto form_with = [](int count) {
        std::string source =
            R"({"formatVersion": 1, "id": "a", "version": "1", "title": "x", "pages": [)";
        for (int i = 0; i < count; ++i) {
            if (i % 2500 == 0)
                source += (i == 0 ? "" : "]},") + std::string(R"({"id": "p)") + std::to_string(i) +
                          R"(", "size": "A4", "elements": [)";
            source += (i % 2500 == 0 ? "" : ",") + std::string(R"({"id": "e)") + std::to_string(i) +
                      R"(", "kind": "line", "frame": {"x": 1, "y": 1, "width": 1, "height": 0}})";
        }
        return source + "]}]}";
    };
    EXPECT_EQ(found_in(form_with(5000)), "nothing");
    EXPECT_EQ(found_in(form_with(5001)), "T29 /pages 1:72");
}

}  // namespace
}  // namespace madoguchi::templates
