// Foreign judges, as separate programs: qpdf on the structure, poppler on fonts and text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <podofo/podofo.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/support/shell.h"
#include "tests/unit/render/pdf_fixture.h"

namespace madoguchi::render {
namespace {

using namespace tests;
using testing::AllOf;
using testing::Each;
using testing::HasSubstr;

class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& bytes)
        : path_(std::filesystem::temp_directory_path() /
                ("madoguchi-pdf-" + std::to_string(getpid()) + ".pdf")) {
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    std::string run(const std::string& before, const std::string& after = "") const {
        const std::string command = before + " '" + path_.string() + "' " + after + " 2>&1";
        const auto said = madoguchi::tests::shell(command);
        return said.status == 0 ? said.output
                                : said.output + "\nstatus " + std::to_string(said.status);
    }

  private:
    std::filesystem::path path_;
};

TemporaryFile full_file() {
    return TemporaryFile(write(*full_form().prepared, full_form().document));
}

TEST(PdfTools, QpdfFindsNothing) {
    EXPECT_THAT(full_file().run("qpdf --check"),
                HasSubstr("No syntax or stream encoding errors found"));
}

TEST(PdfTools, PodofoReadsEveryPage) {
    PoDoFo::PdfError::EnableDebug(false);
    const std::string file = write(*full_form().prepared, full_form().document);
    PoDoFo::PdfMemDocument document;
    document.LoadFromBuffer(file.data(), static_cast<long>(file.size()));
    EXPECT_EQ(document.GetPageCount(), static_cast<int>(full_form().document.sheets.size()));
    for (int i = 0; i < document.GetPageCount(); ++i) {
        EXPECT_NE(document.GetPage(i), nullptr);
        EXPECT_NE(document.GetPage(i)->GetResources(), nullptr);
    }
}

TEST(PdfTools, PopplerSeesEveryFontEmbeddedAndSubset) {
    std::istringstream lines(full_file().run("pdffonts"));
    std::vector<std::string> fonts;
    for (std::string line; std::getline(lines, line);) {
        if (line.find('+') != std::string::npos) fonts.push_back(line);
    }
    // Static and record font of IPAmj, the latter in both directions, and Noto.
    EXPECT_GE(fonts.size(), 4u);
    EXPECT_THAT(fonts, Each(HasSubstr("yes yes yes")));
}

std::string without_line_ends(std::string text) {
    std::erase(text, '\n');
    return text;
}

TEST(PdfTools, PopplerReadsEveryText) {
    const std::string text = full_file().run("pdftotext -enc UTF-8 -raw", "-");
    EXPECT_THAT(text, AllOf(HasSubstr("氏名 住所"), HasSubstr("辻\U000E0102邉\U000E010F𠮷か゚"),
                            HasSubstr("\uE000"), HasSubstr("&MJ003719;"), HasSubstr("長体の文字"),
                            HasSubstr("明朝"), HasSubstr("山田 花子")));
    // Poppler gives vertical lines as columns of one character.
    EXPECT_THAT(without_line_ends(text), AllOf(HasSubstr("縦書き「東京都」"), HasSubstr("縦長体")));
}

}  // namespace
}  // namespace madoguchi::render
