// Every shipped form with every sample, before the judges: our own rules of PDF/A and PDF/UA, qpdf,
// poppler and Ghostscript as separate programs (PDFium is asked in tests/browser).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/pdf_marks.h"
#include "tests/support/pdfa_rules.h"
#include "tests/support/shell.h"
#include "tests/unit/render/shipped_form_files.h"

namespace madoguchi::render {
namespace {

using madoguchi::tests::Claim;
using testing::IsEmpty;
using tests::FormFile;
using tests::shipped_files;

const PdfAttachment data{"data.json", "application/json", R"({"氏名":"見本　太郎"})"};

struct Kind {
    const char* name;
    PdfOptions options;
};

const std::vector<Kind>& kinds() {
    static const std::string time = "2026-04-01T09:30:00+09:00";
    static const std::vector<Kind> all = {
        {"plain", {.issued_at = time}},
        {"tagged", {.issued_at = time, .tagged = true}},
        {"attached", {.issued_at = time, .attachment = data}},
        {"both", {.issued_at = time, .tagged = true, .attachment = data}},
    };
    return all;
}

class ShippedPdf : public testing::TestWithParam<std::size_t> {
  protected:
    const Kind& kind() const { return kinds()[GetParam()]; }
    std::vector<FormFile> files() const { return shipped_files(kind().options); }
};

std::string name_of(const testing::TestParamInfo<std::size_t>& info) {
    return kinds()[info.param].name;
}

TEST_P(ShippedPdf, IsWhatItSaysItIs) {
    const Claim claim{kind().options.tagged, kind().options.attachment.has_value()};
    for (const FormFile& file : files()) {
        for (const auto& violation : madoguchi::tests::check_pdfa(file.bytes, claim))
            ADD_FAILURE() << file.name << ": " << violation.clause << ": " << violation.detail;
    }
}

/// What the program says when it has nothing to say of a good file.
struct Judge {
    const char* name;
    const char* command;
};

TEST_P(ShippedPdf, IsOpenedByForeignReadersWithoutAWord) {
    const std::filesystem::path path = std::filesystem::path(testing::TempDir()) /
                                       ("madoguchi-shipped-" + std::string(kind().name) + ".pdf");
    const Judge judges[] = {
        {"qpdf", "qpdf --check --no-warn '%' 2>&1 > /dev/null"},
        {"poppler", "pdftoppm -r 20 '%' 2>&1 > /dev/null"},
        {"poppler's text", "pdftotext '%' - 2>&1 > /dev/null"},
        {"Ghostscript",
         "gs -q -dNOPAUSE -dBATCH -dSAFER -dPDFSTOPONWARNING -sDEVICE=nullpage '%' 2>&1"},
    };
    for (const FormFile& file : files()) {
        std::ofstream(path, std::ios::binary) << file.bytes;
        for (const Judge& judge : judges) {
            std::string command = judge.command;
            command.replace(command.find('%'), 1, path.string());
            const auto said = madoguchi::tests::shell(command);
            EXPECT_EQ(said.status, 0) << file.name << ": " << judge.name;
            EXPECT_EQ(said.output, "") << file.name << ": " << judge.name;
        }
    }
    std::filesystem::remove(path);
}

INSTANTIATE_TEST_SUITE_P(Kinds, ShippedPdf, testing::Range<std::size_t>(0, 4), name_of);

std::string picture_of(const std::string& pdf) {
    const std::filesystem::path path =
        std::filesystem::path(testing::TempDir()) / "madoguchi-picture.pdf";
    std::ofstream(path, std::ios::binary) << pdf;
    const auto picture =
        madoguchi::tests::shell("pdftoppm -r 72 '" + path.string() + "' 2> /dev/null");
    EXPECT_EQ(picture.status, 0);
    std::filesystem::remove(path);
    return picture.output;
}

TEST(TaggedPdf, LooksLikeTheUntaggedOne) {
    const std::vector<FormFile> plain = shipped_files({}), tagged = shipped_files({.tagged = true});
    ASSERT_EQ(plain.size(), tagged.size());
    for (std::size_t i = 0; i < plain.size(); ++i)
        EXPECT_TRUE(picture_of(plain[i].bytes) == picture_of(tagged[i].bytes)) << plain[i].name;
}

TEST(TaggedPdf, IsTheSameEveryTime) {
    EXPECT_EQ(shipped_files({.tagged = true})[0].bytes, shipped_files({.tagged = true})[0].bytes);
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// tests/cases/reading/<form>/<sample>.txt; MADOGUCHI_UPDATE_CASES=1 writes them anew, for eyes to
/// read.
TEST(TaggedPdf, IsReadAloudInOrderWithTheNamesOfItsFields) {
    const std::filesystem::path folder =
        std::filesystem::path(MADOGUCHI_SOURCE_DIR) / "tests/cases/reading";
    for (const FormFile& file : shipped_files({.tagged = true})) {
        const std::filesystem::path expected = folder / (file.name + ".txt");
        const std::string dump = madoguchi::tests::structure_dump(file.bytes);
        if (std::getenv("MADOGUCHI_UPDATE_CASES") != nullptr) {
            std::filesystem::create_directories(expected.parent_path());
            std::ofstream(expected, std::ios::binary) << dump;
        }
        EXPECT_EQ(dump, read(expected)) << file.name;
    }
}

}  // namespace
}  // namespace madoguchi::render
