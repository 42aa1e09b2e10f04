// The whole way of a PDF that somebody brings, with the reader that ships and with one that was
// taken over.
#include "api/backgrounds/import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/hand_made_pdf.h"
#include "tests/support/shell.h"

namespace madoguchi::api {
namespace {

using testing::AnyOf;
using testing::Eq;
using tests::one_page_pdf;
using tests::pdf_stream;

const PageReader shipped{.program = {PAGE_READER, {}}, .limits = {}};

std::string code_of(const Result<ReadPage>& page) {
    return page.ok() ? "imported" : page.findings().front().code;
}

TEST(BackgroundImport, MakesAnElementThatFillsThePage) {
    Result<ReadPage> page = import_background(one_page_pdf("", "9 9 30 30 re f"), 1, shipped);
    ASSERT_TRUE(page.ok()) << to_line(page.findings()[0]);
    EXPECT_EQ(page->pages, 1u);
    const templates::Element element = background_element("paper", *std::move(page), "様式.pdf");
    EXPECT_EQ(element.frame, (Rect{{}, {}, Length::mm(70.56), Length::mm(35.28)}));
    const auto& background = std::get<templates::Background>(element.kind);
    EXPECT_EQ(background.drawing->marks.size(), 1u);
    EXPECT_EQ(background.source, "様式.pdf");
}

TEST(BackgroundImport, BringsTheReadersWords) {
    EXPECT_EQ(code_of(import_background("no PDF", 1, shipped)), "background.not-pdf");
    EXPECT_EQ(code_of(import_background(one_page_pdf("", ""), 7, shipped)),
              "background.no-such-page");
}

/// What may not be changed but opens without a password: readers decrypt it unasked.
TEST(BackgroundImport, SaysThatAFileIsEncryptedAlsoWithoutAPassword) {
    const std::filesystem::path place =
        std::filesystem::temp_directory_path() / ("madoguchi-enc-" + std::to_string(::getpid()));
    std::ofstream(place.string() + ".pdf", std::ios::binary) << one_page_pdf("", "9 9 30 30 re f");
    for (const char* bits : {"40", "128", "256"}) {
        const std::string out = place.string() + "-out.pdf";
        const std::string command = std::string("qpdf --allow-weak-crypto --encrypt '' owner ") +
                                    bits + " -- " + place.string() + ".pdf " + out + " 2>&1";
        ASSERT_EQ(tests::shell(command).status, 0) << bits;
        std::ifstream in(out, std::ios::binary);
        const std::string pdf{std::istreambuf_iterator<char>(in), {}};
        EXPECT_EQ(code_of(import_background(pdf, 1, shipped)), "background.encrypted") << bits;
        std::filesystem::remove(out);
    }
    std::filesystem::remove(place.string() + ".pdf");
}

TEST(BackgroundImport, RefusesWhatIsTooLarge) {
    EXPECT_EQ(code_of(import_background(std::string(largest_background_pdf + 1, 'x'), 1, shipped)),
              "background.too-large");
}

TEST(BackgroundImport, SurvivesAReaderThatWasTakenOver) {
    PageReader reader{.program = {MISBEHAVING_READER, {""}}, .limits = {}};
    reader.limits.time = std::chrono::milliseconds(2000);
    reader.limits.output = 1 << 20;
    for (const char* how : {"crash", "hang", "leave", "silence", "half", "nonsense", "flood",
                            "open", "socket", "fork", "exec", "code", "signal", "well"}) {
        reader.program.words = {how};
        EXPECT_THAT(code_of(import_background("%PDF-", 1, reader)),
                    AnyOf(Eq("background.unreadable"), Eq("background.too-large")))
            << how;
    }
    reader.program = {"/nowhere", {}};
    EXPECT_EQ(code_of(import_background("%PDF-", 1, reader)), "background.no-reader");
}

/// Ten megabytes of zeros in ten kilobytes, ten times over, and pages that never end.
TEST(BackgroundImport, EndsBombs) {
    PageReader reader = shipped;
    reader.limits.cpu_seconds = 5;
    std::string forms;
    for (int i = 0; i < 24; ++i)
        forms += "/F Do ";
    std::vector<std::string> objects;
    for (int i = 0; i < 12; ++i)
        objects.push_back(pdf_stream("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F " +
                                         std::to_string(6 + i) + " 0 R>>>>",
                                     forms));
    const std::string bomb = one_page_pdf("/Resources<</XObject<</F 5 0 R>>>>", "/F Do", objects);
    EXPECT_THAT(code_of(import_background(bomb, 1, reader)),
                AnyOf(Eq("background.too-large"), Eq("background.unreadable")));
}

}  // namespace
}  // namespace madoguchi::api
