// Barcodes as paper shows them: pages are rasterised by poppler and read by ZXing; a customer
// barcode, which it does not read, is measured bar by bar.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/unit/render/layout_case.h"

namespace madoguchi::render {
namespace {

using testing::HasSubstr;

constexpr int dpi = 300;

struct Code {
    std::string symbology, text, more;
    double width = 100, height = 15;
};

LayoutCase page_with(const Code& code) {
    std::ostringstream form;
    form << R"({"formatVersion": 1, "id": "case", "version": "1", "title": "試験",
 "fields": [{"name": "値", "type": "text", "maxLength": 4000}],
 "pages": [{"id": "p", "size": {"width": 130, "height": 60}, "elements": [
  {"id": "code", "kind": "barcode", "frame": {"x": 10, "y": 5, "width": )"
         << code.width << R"(, "height": )" << code.height
         << R"(}, "text": "{{値}}", "symbology": ")" << code.symbology << '"' << code.more
         << "}]}]}";
    return {"", form.str(), "{\"値\": \"" + code.text + "\"}", ""};
}

std::string first_finding(const Code& code) {
    const LayoutCase page = page_with(code);
    const auto form = prepare_case(page);
    if (!form.ok()) return form.findings().front().code;
    const auto laid_out = lay_out_case(**form, page);
    return laid_out.ok() ? "" : to_line(laid_out.findings().front());
}

/// A grey picture, dark is 0.
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;
    bool dark(int x, int y) const {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)] < 128;
    }
};

Picture rasterised(const std::string& pdf) {
    namespace fs = std::filesystem;
    const fs::path base =
        fs::temp_directory_path() / ("madoguchi-barcode-" + std::to_string(::getpid()));
    std::ofstream(base.string() + ".pdf", std::ios::binary) << pdf;
    const std::string command = "pdftoppm -gray -singlefile -r " + std::to_string(dpi) + " '" +
                                base.string() + ".pdf' '" + base.string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
    Picture picture;
    std::ifstream file(base.string() + ".pgm", std::ios::binary);
    std::string magic;
    int most = 0;
    file >> magic >> picture.width >> picture.height >> most;
    file.get();
    picture.pixels.resize(static_cast<std::size_t>(picture.width * picture.height));
    file.read(reinterpret_cast<char*>(picture.pixels.data()),
              static_cast<std::streamsize>(picture.pixels.size()));
    EXPECT_TRUE(file.good() && magic == "P5" && most == 255);
    fs::remove(base.string() + ".pdf");
    fs::remove(base.string() + ".pgm");
    return picture;
}

Picture printed(const Code& code) {
    const LayoutCase page = page_with(code);
    const auto form = prepare_case(page);
    if (!form.ok()) throw std::runtime_error(to_line(form.findings().front()));
    const auto laid_out = lay_out_case(**form, page);
    if (!laid_out.ok()) throw std::runtime_error(to_line(laid_out.findings().front()));
    const auto pdf = write_pdf(**form, {&laid_out->document, 1}, {});
    if (!pdf.ok()) throw std::runtime_error(to_line(pdf.findings().front()));
    return rasterised(*pdf);
}

struct Read {
    ZXing::BarcodeFormat format = ZXing::BarcodeFormat::None;
    std::string text;
};

Read read_back(const Code& code) {
    const Picture picture = printed(code);
    ZXing::DecodeHints hints;
    hints.setReturnCodabarStartEnd(true);
    hints.setTryHarder(true);
    const ZXing::Result result = ZXing::ReadBarcode(
        {picture.pixels.data(), picture.width, picture.height, ZXing::ImageFormat::Lum}, hints);
    return {result.format(), result.text()};
}

struct Expected {
    Code code;
    ZXing::BarcodeFormat format;
    std::string text;
};

class ReadBarcode : public testing::TestWithParam<Expected> {};

TEST_P(ReadBarcode, SaysWhatWasWritten) {
    const Read read = read_back(GetParam().code);
    EXPECT_EQ(read.format, GetParam().format);
    EXPECT_EQ(read.text, GetParam().text);
}

using ZXing::BarcodeFormat;
INSTANTIATE_TEST_SUITE_P(
    All, ReadBarcode,
    testing::Values(
        Expected{{"qr", "神奈川県みなと市緑が丘８丁目　山田花子", "", 40, 40},
                 BarcodeFormat::QRCode,
                 "神奈川県みなと市緑が丘８丁目　山田花子"},
        Expected{{"qr", "\U00020BB7野家 辻\U000E0102 か\u309a", "", 40, 40},
                 BarcodeFormat::QRCode,
                 "\U00020BB7野家 辻\U000E0102 か\u309a"},
        Expected{{"qr", "R8-000123:4f2a", R"(, "correction": "H")", 25, 25},
                 BarcodeFormat::QRCode,
                 "R8-000123:4f2a"},
        Expected{{"qr", "12345678901234567890", R"(, "correction": "L", "module": 0.5)", 40, 40},
                 BarcodeFormat::QRCode,
                 "12345678901234567890"},
        Expected{{"code39", "MADO-2026 12", ""}, BarcodeFormat::Code39, "MADO-2026 12"},
        // JIS X 0503: the sum of 2, 0, 2 and 6 is 10, which is A.
        Expected{{"code39", "2026", R"(, "checkDigit": true)"}, BarcodeFormat::Code39, "2026A"},
        Expected{{"code128", "Madoguchi 12345~", ""}, BarcodeFormat::Code128, "Madoguchi 12345~"},
        Expected{{"nw7", "A1234567B", ""}, BarcodeFormat::Codabar, "A1234567B"},
        Expected{{"nw7", "C12-34:5D", ""}, BarcodeFormat::Codabar, "C12-34:5D"},
        Expected{{"itf", "1234567890", ""}, BarcodeFormat::ITF, "1234567890"},
        // 7·3 + 6 + 5·3 + 4 + 3·3 + 2 + 1·3 is 60: the digit that makes it a multiple of ten is 0.
        Expected{{"itf", "1234567", R"(, "checkDigit": true)"}, BarcodeFormat::ITF, "12345670"}),
    [](const auto& info) { return info.param.code.symbology + "_" + std::to_string(info.index); });

// 郵便カスタマバーコード -------------------------------------------------------------------------

/// The bars of one code, top to bottom of the manual's table: 1 long, 2 upper half, 3 lower half, 4
/// timing (日本郵便, 郵便番号・バーコードマニュアル, キャラクタとバーの対応).
const std::array<std::string_view, 19> bars_of_codes = {
    "144", "114", "132", "312", "123", "141", "321", "213", "231", "411",  // 0 to 9
    "414",                                                                 // -
    "324", "342", "234", "432", "243", "423", "441", "111"};               // CC1 to CC8
constexpr int hyphen = 10, cc1 = 11, cc4 = 14;

/// The manual's rules, written anew: a letter is CC1, CC2 or CC3 and a digit, CC4 fills up to 20
/// codes, the check digit makes the sum a multiple of 19.
std::string bars_of(const std::string& value) {
    std::vector<int> codes;
    for (const char c : value) {
        if (c >= 'A' && c <= 'Z') {
            codes.push_back(cc1 + (c - 'A') / 10);
            codes.push_back((c - 'A') % 10);
        } else {
            codes.push_back(c == '-' ? hyphen : c - '0');
        }
    }
    codes.resize(20, cc4);
    int sum = 0;
    for (const int code : codes)
        sum += code;
    codes.push_back((19 - sum % 19) % 19);
    std::string bars = "13";
    for (const int code : codes)
        bars += bars_of_codes[static_cast<std::size_t>(code)];
    return bars + "31";
}

/// As the picture shows them: the part of the height that each dark column group covers.
std::string measured_bars(const Picture& picture) {
    int top = picture.height, bottom = 0;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            if (!picture.dark(x, y)) continue;
            top = std::min(top, y);
            bottom = std::max(bottom, y + 1);
        }
    }
    const int third = (bottom - top) / 3;
    const int upper = top + third / 2, middle = (top + bottom) / 2, lower = bottom - third / 2 - 1;
    std::string bars;
    bool in_bar = false;
    for (int x = 0; x < picture.width; ++x) {
        const bool dark = picture.dark(x, middle);
        if (dark && !in_bar) {
            const bool up = picture.dark(x + 2, upper), down = picture.dark(x + 2, lower);
            bars += up && down ? '1' : up ? '2' : down ? '3' : '4';
        }
        in_bar = dark;
    }
    return bars;
}

TEST(CustomerBarcode, HasTheBarsOfTheManualsTable) {
    const char* const values[] = {"15400233-16-4",
                                  "15400233-16-4-205",
                                  "26300233-20-5-701",
                                  "9100067",
                                  "91000673-80-25J1",
                                  "0640804",
                                  "06408045-1",
                                  "1000001",
                                  "10000011-1",
                                  "90000151-2-3A4",
                                  "5300001K5",
                                  "98000141Z",
                                  "2790012U9",
                                  "4600008-1-2-3-4-5",
                                  "81200110-9",
                                  "7300011T12",
                                  "11122233345",
                                  "0000000",
                                  "00000000000000000000",
                                  "9999999-------------"};
    for (const char* value : values)
        EXPECT_EQ(measured_bars(printed({"customer", value, "", 100, 12})), bars_of(value))
            << value;
}

TEST(CustomerBarcode, HasTheSizesOfPaper) {
    const Picture picture = printed({"customer", "1000001", "", 120, 12});
    int left = picture.width, right = 0;
    for (int x = 0; x < picture.width; ++x) {
        for (int y = 0; y < picture.height; ++y) {
            if (!picture.dark(x, y)) continue;
            left = std::min(left, x);
            right = std::max(right, x + 1);
        }
    }
    // 133 units of at most 0.69 mm.
    EXPECT_NEAR((right - left) * 25.4 / dpi, 133 * 0.69, 0.2);
}

// What cannot be printed
// ---------------------------------------------------------------------------

TEST(Barcode, NamesTheCharacterThatItCannotHold) {
    EXPECT_THAT(first_finding({"code39", "abc", ""}), HasSubstr("U+0061"));
    EXPECT_THAT(first_finding({"code128", "12\u00e9", ""}), HasSubstr("U+00E9"));
    EXPECT_THAT(first_finding({"nw7", "A1E2B", ""}), HasSubstr("U+0045"));
    EXPECT_THAT(first_finding({"itf", "１２", ""}), HasSubstr("U+FF11"));
    EXPECT_THAT(first_finding({"customer", "1000001丁目", ""}), HasSubstr("U+4E01"));
}

TEST(Barcode, RefusesWhatItWouldHaveToChange) {
    EXPECT_THAT(first_finding({"itf", "123", ""}), HasSubstr("layout.barcode-digits"));
    EXPECT_THAT(first_finding({"itf", "1234", R"(, "checkDigit": true)"}),
                HasSubstr("layout.barcode-digits"));
    EXPECT_THAT(first_finding({"nw7", "1234", ""}), HasSubstr("layout.barcode-shape"));
    EXPECT_THAT(first_finding({"nw7", "A12C34B", ""}), HasSubstr("layout.barcode-shape"));
    EXPECT_THAT(first_finding({"customer", "100-0001", ""}), HasSubstr("layout.barcode-shape"));
    EXPECT_THAT(first_finding({"customer", "10000011-2-3-4-5-6-7-8", ""}),
                HasSubstr("layout.barcode-too-long"));
}

TEST(Barcode, NeedsRoomForModulesThatCanBeRead) {
    EXPECT_THAT(first_finding({"code128", std::string(60, 'x'), "", 60, 10}),
                HasSubstr("layout.barcode-too-small"));
    EXPECT_THAT(first_finding({"qr", "x", "", 7, 7}), HasSubstr("layout.barcode-too-small"));
    EXPECT_THAT(first_finding({"qr", "x", R"(, "module": 2)", 40, 40}),
                HasSubstr("layout.barcode-too-small"));
    EXPECT_THAT(first_finding({"qr", "x", R"(, "module": 0.1)", 40, 40}),
                HasSubstr("layout.barcode-too-small"));
    EXPECT_THAT(first_finding({"customer", "1000001", "", 60, 12}),
                HasSubstr("layout.barcode-too-small"));
    EXPECT_THAT(first_finding({"qr", "x", "", 0.01, 40}), HasSubstr("layout.barcode-too-small"));
}

TEST(Barcode, HoldsNoMoreThanItsSymbology) {
    EXPECT_THAT(first_finding({"qr", std::string(3000, 'x'), "", 100, 50}),
                HasSubstr("layout.barcode-too-long"));
    EXPECT_THAT(first_finding({"code39", std::string(200, 'X'), "", 120, 10}),
                HasSubstr("layout.barcode-"));
}

TEST(Barcode, OfNothingIsNothing) {
    EXPECT_EQ(first_finding({"qr", "", "", 40, 40}), "");
}

TEST(Barcode, StaticOnesAreCheckedWhenTheFormIsPrepared) {
    LayoutCase page = page_with({"itf", "12", ""});
    const std::size_t at = page.form.find("{{値}}");
    page.form.replace(at, std::string("{{値}}").size(), "123");
    const auto form = prepare_case(page);
    ASSERT_FALSE(form.ok());
    EXPECT_EQ(form.findings().front().code, "layout.barcode-digits");
}

}  // namespace
}  // namespace madoguchi::render
