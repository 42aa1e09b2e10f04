// Barcodes as paper shows them: pages are rasterised by poppler and read by ZXing; a customer
// barcode, which it does not read, is measured bar by bar.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <zint.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "render/layout/barcode_symbol.h"
#include "render/layout/customer_address.h"
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
    codes.resize(20, cc4);  // of a letter at the end its first code stays
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
                                  "46000081-2-3-4-5",
                                  "81200110-9",
                                  "7300011T12",
                                  "11122233345",
                                  "0000000",
                                  "00000000000000000000",
                                  "9999999Z9"};
    for (const char* value : values)
        EXPECT_EQ(measured_bars(printed({"customer", value, "", 100, 12})), bars_of(value))
            << value;
}

/// An address as it is written, and what the manual picks out of it (pages 18 to 23 of
/// 郵便番号・バーコードマニュアル for those with real postal codes).
struct Address {
    const char* written;
    const char* code;
};

const Address addresses[] = {
    {"100-0013 1丁目3番2号 郵便プラザ503室", "10000131-3-2-503"},
    {"〒273-0102東3丁目-20-5 郵便・A&bコーポB604号", "27301023-20-5B604"},
    {"317-0055 6丁目7-14 ABCビル2F", "31700556-7-14-2"},
    {"064-0804 29丁目1524-23 第2郵便ハウス501", "064080429-1524-23-2-"},
    {"910-0067 3丁目80-25 J1ビル2-B", "91000673-80-25J1-2B"},
    {"263-0023 3丁目30-8 郵便ビル403号", "26300233-30-8-403"},
    {"060-0906 4丁目 郵便センター6号館", "06009064-6"},
    {"460-0011一丁目二十五番二十八号", "46000111-25-28"},
    {"１００－００１４　１丁目１１ー３２", "10000141-11-32"},
    {"0200000 第七地割三十一番地の一", "02000007-31"},
    {"0800000西二線百二十番", "08000002-120"},
    {"1000001 十丁目千三番", "100000110-1003"},
    {"1000001 三〇五号", "1000001305"},
    {"1000001 第一ビル", "1000001"},
    {"1000001 2丁目3番4号 アパートａ棟１０５", "10000012-3-4A105"},
    {"1000001 2-3 5F", "10000012-3-5"},
    {"1000001 F棟3F 2号", "1000001F3-2"},
    {"1000001 1の2ノ3", "10000011-2-3"},
    {"1000001--1--2", "10000011-2"},
    {"1000001 NTTビルB1", "1000001B1"},
    {"1000001", "1000001"},
    {"10000011-2-3-4-5-6-7-8", "10000011-2-3-4-5-6-7"},
    {"100000112345678901Z", "100000112345678901Z"},
    {"1000001123456789012Z9", "1000001123456789012Z"},
    {"1000001辻\U000E0102ビル2階", "10000012"},
};

TEST(CustomerBarcode, PicksOutOfAddressesWhatTheManualDoes) {
    for (const Address& address : addresses)
        EXPECT_EQ(customer_barcode_text(address.written), address.code) << address.written;
}

TEST(CustomerBarcode, LeavesWhatWasPickedOutAsItIs) {
    for (const Address& address : addresses)
        EXPECT_EQ(customer_barcode_text(address.code), address.code);
}

TEST(CustomerBarcode, HasTheBarsOfWrittenAddresses) {
    for (const Address& address : addresses)
        EXPECT_EQ(measured_bars(printed({"customer", address.written, "", 100, 12})),
                  bars_of(address.code))
            << address.written;
}

/// libzint's own customer barcode as another judge; it refuses a letter that is cut.
TEST(CustomerBarcode, HasTheModulesOfLibzint) {
    for (const Address& address : addresses) {
        zint_symbol* judge = ZBarcode_Create();
        judge->symbology = BARCODE_JAPANPOST;
        const std::string code = address.code;
        const int error =
            ZBarcode_Encode(judge, reinterpret_cast<const unsigned char*>(code.data()),
                            static_cast<int>(code.size()));
        templates::Barcode barcode;
        barcode.symbology = templates::Barcode::Symbology::Customer;
        const BarcodeResult ours = encode(barcode, address.written);
        ASSERT_TRUE(ours.symbol);
        if (error < ZINT_ERROR) {
            ASSERT_EQ(ours.symbol->columns, static_cast<std::size_t>(judge->width));
            for (std::size_t x = 0; x < ours.symbol->columns; ++x) {
                for (std::size_t y = 0; y < 3; ++y)
                    EXPECT_EQ(ours.symbol->rows[y][x],
                              (judge->encoded_data[y][x / 8] >> (x % 8) & 1) != 0)
                        << code;
            }
        } else {
            EXPECT_TRUE(code.back() >= 'A') << code;
        }
        ZBarcode_Delete(judge);
    }
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
}

TEST(Barcode, RefusesWhatItWouldHaveToChange) {
    EXPECT_THAT(first_finding({"itf", "123", ""}), HasSubstr("layout.barcode-digits"));
    EXPECT_THAT(first_finding({"itf", "1234", R"(, "checkDigit": true)"}),
                HasSubstr("layout.barcode-digits"));
    EXPECT_THAT(first_finding({"nw7", "1234", ""}), HasSubstr("layout.barcode-shape"));
    EXPECT_THAT(first_finding({"nw7", "A12C34B", ""}), HasSubstr("layout.barcode-shape"));
    EXPECT_THAT(first_finding({"customer", "100000", ""}), HasSubstr("layout.barcode-shape"));
    EXPECT_THAT(first_finding({"customer", "千代田区1000001", ""}),
                HasSubstr("layout.barcode-shape"));
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
