// MADOGUCHI_UPDATE_CASES=1 writes what came instead of comparing; look at the difference before
// committing it.

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "render/frame/dump.h"
#include "tests/support/layout_fixture.h"
#include "tests/unit/render/layout_case.h"

namespace madoguchi::render {
namespace {

namespace fs = std::filesystem;

class LayoutCases : public testing::TestWithParam<fs::path> {};

std::string lines_of(const Diagnostics& findings) {
    std::string text;
    for (const Diagnostic& finding : findings)
        text += to_line(finding) + '\n';
    return text;
}

std::string outcome(const LayoutCase& content) {
    const auto form = prepare_case(content);
    if (!form) return lines_of(form.findings());
    const auto laid_out = lay_out_case(**form, content);
    if (!laid_out) return lines_of(laid_out.findings());
    return lines_of(laid_out->warnings) + dump(laid_out->document);
}

TEST_P(LayoutCases, GiveTheseFrames) {
    LayoutCase content = read_layout_case(GetParam());
    const std::string came = outcome(content);
    if (std::getenv("MADOGUCHI_UPDATE_CASES") != nullptr) {
        content.expected = came;
        write_layout_case(GetParam(), content);
        return;
    }
    EXPECT_EQ(came, content.expected);
}

std::string extracted_text(const std::string& pdf, const std::string& name) {
    const fs::path file =
        fs::temp_directory_path() / (name + "-" + std::to_string(getpid()) + ".pdf");
    std::ofstream(file, std::ios::binary) << pdf;
    std::string text;
    if (FILE* pipe = popen(("pdftotext '" + file.string() + "' -").c_str(), "r")) {
        std::array<char, 4096> buffer;
        for (std::size_t read = 1; read > 0;) {
            read = std::fread(buffer.data(), 1, buffer.size(), pipe);
            text.append(buffer.data(), read);
        }
        pclose(pipe);
    }
    fs::remove(file);
    return text;
}

/// Each item is a line of its value.
void expect_all_said(const std::vector<Item>& items, const std::string& text) {
    for (const Item& item : items) {
        const std::string said = said_by({item});
        EXPECT_NE(text.find(said), std::string::npos) << said << " is not in " << text;
    }
}

TEST_P(LayoutCases, ComeBackFromThePdfLetterByLetter) {
    const LayoutCase content = read_layout_case(GetParam());
    const auto form = prepare_case(content);
    ASSERT_TRUE(form.ok());
    const auto laid_out = lay_out_case(**form, content);
    if (!laid_out) return;  // a case of findings: there is no sheet
    const auto pdf = write_pdf(**form, {&laid_out->document, 1}, {});
    ASSERT_TRUE(pdf.ok()) << lines_of(pdf.findings());
    const std::string text = extracted_text(*pdf, case_name(GetParam()));
    for (const Sheet& sheet : laid_out->document.sheets) {
        expect_all_said(sheet.static_layer->items, text);
        expect_all_said(sheet.data_layer.items, text);
    }
}

INSTANTIATE_TEST_SUITE_P(All, LayoutCases, testing::ValuesIn(layout_case_files()),
                         [](const auto& info) { return case_name(info.param); });

}  // namespace
}  // namespace madoguchi::render
