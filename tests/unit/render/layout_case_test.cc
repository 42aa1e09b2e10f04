// Golden cases of layout: tests/cases/layout/*.case, each a whole small template, its data and the
// frames (or findings) that must come of them. MADOGUCHI_UPDATE_CASES=1 writes what came instead of
// comparing; look at the difference before committing it.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "fonts/installed_fonts.h"
#include "render/frame/dump.h"
#include "render/layout/document.h"
#include "templates/read.h"

namespace madoguchi::render {
namespace {

namespace fs = std::filesystem;

/// A case file: remarks, then three parts under headings of their own line.
struct Case {
    std::string remarks, form, data, expected;
};

std::string part(const std::string& text, const std::string& heading, const std::string& next) {
    const std::size_t start = text.find(heading);
    if (start == std::string::npos) return {};
    const std::size_t end = next.empty() ? text.size() : text.find(next, start);
    return text.substr(start + heading.size(), end - start - heading.size());
}

Case read_case(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    const std::string text = content.str();
    return {text.substr(0, text.find("--- template\n")), part(text, "--- template\n", "--- data\n"),
            part(text, "--- data\n", "--- expected\n"), part(text, "--- expected\n", "")};
}

void write_case(const fs::path& file, const Case& content) {
    std::ofstream out(file, std::ios::binary);
    out << content.remarks << "--- template\n"
        << content.form << "--- data\n"
        << content.data << "--- expected\n"
        << content.expected;
}

std::string lines_of(const Diagnostics& findings) {
    std::string text;
    for (const Diagnostic& finding : findings)
        text += to_line(finding) + '\n';
    return text;
}

const fonts::FontLibrary& library() {
    static const auto opened = fonts::open_installed_fonts();
    return *opened;
}

Result<LaidOut> lay_out_case(const Case& content) {
    const auto form =
        templates::CompiledForm::compile(TRY(templates::read_template(content.form, "case")));
    if (!form) return form.findings();
    const auto prepared = prepare_layout(*form, library());
    if (!prepared) return prepared.findings();
    const auto data = templates::read_data((*form)->form(), content.data, "data");
    if (!data) return data.findings();
    const auto filled = (*form)->fill(*data);
    if (!filled) return filled.findings();
    return lay_out(**prepared, *filled);
}

std::string outcome(const Case& content) {
    const Result<LaidOut> laid_out = lay_out_case(content);
    if (!laid_out) return lines_of(laid_out.findings());
    return lines_of(laid_out->warnings) + dump(laid_out->document);
}

std::vector<fs::path> case_files() {
    std::vector<fs::path> files;
    for (const auto& entry :
         fs::directory_iterator(fs::path(MADOGUCHI_SOURCE_DIR) / "tests/cases/layout")) {
        if (entry.path().extension() == ".case") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

class LayoutCase : public testing::TestWithParam<fs::path> {};

TEST_P(LayoutCase, GivesTheseFrames) {
    Case content = read_case(GetParam());
    const std::string came = outcome(content);
    if (std::getenv("MADOGUCHI_UPDATE_CASES") != nullptr) {
        content.expected = came;
        write_case(GetParam(), content);
        return;
    }
    EXPECT_EQ(came, content.expected);
}

INSTANTIATE_TEST_SUITE_P(All, LayoutCase, testing::ValuesIn(case_files()), [](const auto& info) {
    std::string name = info.param.stem().string();
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace madoguchi::render
