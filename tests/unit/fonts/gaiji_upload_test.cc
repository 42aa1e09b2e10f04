// What files of strangers say a character looks like. (That they are read in a confined process is
// tested where the process is: tests/unit/api/gaiji.)
#include "fonts/gaiji/upload/upload.h"

#include <gtest/gtest.h>
#include <png.h>
#include <zlib.h>

#include <random>

#include "fixtures.h"
#include "fonts/gaiji/svg_path.h"

namespace madoguchi::fonts {
namespace {

using Kind = UploadFault::Kind;

UploadAnswer read(std::string_view file) {
    return read_upload(as_bytes(file));
}

/// The fault; UnknownKind with a place of its own when there is none.
UploadFault fault(const UploadAnswer& answer) {
    const auto* found = std::get_if<UploadFault>(&answer);
    return found != nullptr ? *found : UploadFault{Kind::UnknownKind, 424242};
}

std::string path(const UploadAnswer& answer, std::size_t index = 0) {
    const auto* glyphs = std::get_if<UploadedGlyphs>(&answer);
    if (glyphs == nullptr || glyphs->glyphs.size() <= index) return "none";
    return write_svg_path(glyphs->glyphs[index].drawing.outline);
}

/// A font as Windows' editor of gaiji leaves it, with a code that has no shape.
Bytes eudc_font() {
    DrawnFont font{.family = "EUDC", .units_per_em = 2048, .ascent = 1760, .descent = -288};
    const auto drawing = [](std::string_view data) { return read_svg_path(data).value(); };
    font.glyphs.push_back({0xe000, "e000", 2048, drawing("M0 0H1024V1024H0Z")});
    font.glyphs.push_back({0xe001, "e001", 1024, drawing("M0 0L512 1024Q700 400 1024 0Z")});
    font.glyphs.push_back({0xe005, "e005", 2048, {}});
    font.glyphs.push_back({0xf0000, "f0000", 2048, drawing("M0 0H512V512Z")});
    return build_font(font).value();
}

Bytes woff(const Bytes& sfnt) {
    const std::size_t tables = read_u16(sfnt, 4);
    Bytes out, data;
    append_u32(out, 0x774f4646);
    append_u32(out, read_u32(sfnt, 0));
    const std::size_t data_at = 44 + tables * 20;
    Bytes directory;
    for (std::size_t i = 0; i < tables; ++i) {
        const std::size_t entry = 12 + i * 16;
        const std::size_t offset = read_u32(sfnt, entry + 8), length = read_u32(sfnt, entry + 12);
        uLongf size = compressBound(length);
        Bytes packed(size);
        compress(packed.data(), &size, sfnt.data() + offset, length);
        packed.resize(size);
        if (size >= length)
            packed.assign(sfnt.begin() + static_cast<std::ptrdiff_t>(offset),
                          sfnt.begin() + static_cast<std::ptrdiff_t>(offset + length));
        append_u32(directory, read_u32(sfnt, entry));
        append_u32(directory, static_cast<std::uint32_t>(data_at + data.size()));
        append_u32(directory, static_cast<std::uint32_t>(packed.size()));
        append_u32(directory, static_cast<std::uint32_t>(length));
        append_u32(directory, read_u32(sfnt, entry + 4));
        data.insert(data.end(), packed.begin(), packed.end());
        data.resize((data.size() + 3) / 4 * 4);
    }
    append_u32(out, static_cast<std::uint32_t>(data_at + data.size()));
    append_u16(out, static_cast<std::uint32_t>(tables));
    append_u16(out, 0);
    append_u32(out, static_cast<std::uint32_t>(sfnt.size()));
    out.resize(44);
    out.insert(out.end(), directory.begin(), directory.end());
    out.insert(out.end(), data.begin(), data.end());
    return out;
}

void expect_eudc(const UploadAnswer& answer) {
    ASSERT_TRUE(std::holds_alternative<UploadedGlyphs>(answer))
        << static_cast<int>(fault(answer).kind);
    const auto& read = std::get<UploadedGlyphs>(answer);
    ASSERT_EQ(read.glyphs.size(), 3U);
    EXPECT_EQ(read.blanks, std::vector<char32_t>{0xe005});
    EXPECT_EQ(read.glyphs[0].code_point, U'\ue000');
    EXPECT_EQ(read.glyphs[1].drawing.advance, 500);
    EXPECT_EQ(read.glyphs[2].code_point, U'\U000f0000');
    // 2048 units are 1000 of ours, and y 0 is the baseline at 880.
    EXPECT_EQ(path(answer, 1), "M0 880L250 380Q341.797 684.688 500 880L0 880Z");
}

TEST(GaijiUpload, AFontGivesItsPrivateUse) {
    expect_eudc(read_upload(eudc_font()));
}

TEST(GaijiUpload, AWoffFontIsTheSameFont) {
    expect_eudc(read_upload(woff(eudc_font())));
}

/// Brotli (RFC 7932) with one meta-block that is not compressed.
Bytes stored_brotli(const Bytes& data) {
    // WBITS 16 ("0"), not the last ("0"), four nibbles ("00"), the length less one, uncompressed.
    const std::uint32_t head = static_cast<std::uint32_t>(data.size() - 1) << 4 | 1U << 20;
    Bytes out;
    for (int shift = 0; shift < 24; shift += 8)
        out.push_back(static_cast<std::uint8_t>(head >> shift));
    out.insert(out.end(), data.begin(), data.end());
    out.push_back(3);  // the last one, empty
    return out;
}

void append_base128(Bytes& out, std::size_t value) {
    for (int shift = 28; shift > 0; shift -= 7) {
        if (value >> shift != 0)
            out.push_back(static_cast<std::uint8_t>(0x80 | (value >> shift & 0x7f)));
    }
    out.push_back(static_cast<std::uint8_t>(value & 0x7f));
}

/// WOFF2 without its transforms (W3C WOFF File Format 2.0, section 4).
Bytes woff2(const Bytes& sfnt) {
    Bytes directory, data;
    for (std::size_t i = 0; i < read_u16(sfnt, 4); ++i) {
        const std::size_t entry = 12 + i * 16;
        const std::size_t offset = read_u32(sfnt, entry + 8), length = read_u32(sfnt, entry + 12);
        const std::string_view tag = as_text(ByteView(sfnt).subspan(entry, 4));
        const bool transformable = tag == "glyf" || tag == "loca";
        directory.push_back(transformable ? 0xff : 0x3f);
        append_u32(directory, read_u32(sfnt, entry));
        append_base128(directory, length);
        const auto start = sfnt.begin() + static_cast<std::ptrdiff_t>(offset);
        data.insert(data.end(), start, start + static_cast<std::ptrdiff_t>(length));
    }
    const Bytes packed = stored_brotli(data);
    const auto size = [](std::size_t bytes) { return static_cast<std::uint32_t>(bytes); };
    Bytes out;
    append_u32(out, 0x774f4632);
    append_u32(out, read_u32(sfnt, 0));
    append_u32(out, size((48 + directory.size() + packed.size() + 3) / 4 * 4));
    append_u16(out, read_u16(sfnt, 4));
    append_u16(out, 0);
    append_u32(out, size(sfnt.size()));
    append_u32(out, size(packed.size()));
    out.resize(48);
    out.insert(out.end(), directory.begin(), directory.end());
    out.insert(out.end(), packed.begin(), packed.end());
    out.resize((out.size() + 3) / 4 * 4);
    return out;
}

TEST(GaijiUpload, AWoff2FontIsTheSameFont) {
    expect_eudc(read_upload(woff2(eudc_font())));
}

TEST(GaijiUpload, AFontOfPostScriptOutlinesIsRead) {
    const UploadAnswer answer = read_upload(name_keyed_font());
    EXPECT_EQ(path(answer, 0), "M0 880L100 880L100 680L0 680L0 880Z");
}

TEST(GaijiUpload, FontsThatGiveNothing) {
    const Bytes nothing = build_font({.family = "Nothing"}).value();
    EXPECT_EQ(fault(read_upload(nothing)).kind, Kind::NoPrivateUse);
    DrawnFont blank{.family = "Blank"};
    blank.glyphs.push_back({0xe000, "e000", 1000, {}});
    EXPECT_EQ(fault(read_upload(build_font(blank).value())).kind, Kind::Blank);
    EXPECT_EQ(fault(read(std::string("ttcf") + std::string(100, '\0'))).kind, Kind::FontCollection);
}

TEST(GaijiUpload, ACodeWhoseGlyphTheFontLacksIsAFault) {
    DrawnFont drawn{.family = "Lost"};
    for (const char32_t code : {U'\ue000', U'\ue001'})
        drawn.glyphs.push_back(
            {code, "g" + std::to_string(code), 1000, read_svg_path("M0 0H900V900Z").value()});
    Bytes font = build_font(drawn).value();
    ASSERT_TRUE(std::holds_alternative<UploadedGlyphs>(read_upload(font)));
    for (std::size_t entry = 12; entry < 12 + read_u16(font, 4) * 16U; entry += 16) {
        // One glyph fewer than the code table leads to.
        if (as_text(ByteView(font).subspan(entry, 4)) == "maxp")
            --font[read_u32(font, entry + 8) + 5];
    }
    EXPECT_EQ(fault(read_upload(font)).kind, Kind::BrokenGlyph);
    EXPECT_EQ(fault(read_upload(font)).place, 0xe001U);
}

TEST(GaijiUpload, AFontThatForbidsEmbeddingGivesNothing) {
    Bytes font = eudc_font();
    for (std::size_t entry = 12; entry < 12 + read_u16(font, 4) * 16U; entry += 16) {
        if (as_text(ByteView(font).subspan(entry, 4)) == "OS/2")
            font[read_u32(font, entry + 8) + 9] = 0x02;  // fsType: restricted licence
    }
    EXPECT_EQ(fault(read_upload(font)).kind, Kind::EmbeddingForbidden);
}

TEST(GaijiUpload, ACutFontIsFoundAtItsCut) {
    const Bytes font = eudc_font();
    for (const Bytes& whole : {font, woff(font)}) {
        for (std::size_t size = 12; size + 4 < whole.size(); size += 7) {
            const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
            const UploadFault found = fault(read_upload(cut));
            EXPECT_EQ(found.kind, Kind::CutShort) << size;
            EXPECT_GT(found.place, 0U);
        }
    }
}

TEST(GaijiUpload, ABrokenFontIsAFaultOrAFont) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        std::mt19937 random(seed);
        Bytes font = eudc_font();
        for (unsigned flips = random() % 8 + 1; flips > 0; --flips)
            font[random() % font.size()] = static_cast<std::uint8_t>(random());
        const UploadAnswer answer = read_upload(font);
        EXPECT_FALSE(std::holds_alternative<UploadedBitmap>(answer));
    }
}

TEST(GaijiUpload, ADrawingIsScaledToTheEm) {
    EXPECT_EQ(path(read("M0 0H1000V500Z")), "M0 0L1000 0L1000 500Z");
    const auto answer = read(R"(<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 50 100"><title>字</title>
<defs id="d"/><g id="a" fill="#000"><path id="p" stroke="none" d="M10 20h50v50z"/></g></svg>)");
    EXPECT_EQ(path(answer), "M0 0L500 0L500 500Z");
    EXPECT_EQ(std::get<UploadedGlyphs>(answer).glyphs[0].drawing.advance, 500);
}

TEST(GaijiUpload, ADrawingThatWouldLookDifferentIsRefused) {
    const std::string head = R"(<svg viewBox="0 0 9 9">)", path = R"(<path d="M0 0H9V9Z"/>)";
    const std::vector<std::pair<std::string, Kind>> cases = {
        {head + R"x(<path transform="scale(2)" d="M0 0H9V9Z"/></svg>)x", Kind::UnsupportedSvg},
        {head + R"x(<g transform="scale(2)">)x" + path + "</g></svg>", Kind::UnsupportedSvg},
        {head + R"(<path fill="none" d="M0 0H9V9Z"/></svg>)", Kind::UnsupportedSvg},
        {head + R"(<path fill-rule="evenodd" d="M0 0H9V9Z"/></svg>)", Kind::UnsupportedSvg},
        {head + R"(<path stroke="#000" d="M0 0H9V9Z"/></svg>)", Kind::UnsupportedSvg},
        {head + R"(<path style="fill:red" d="M0 0H9V9Z"/></svg>)", Kind::UnsupportedSvg},
        {head + path + R"(<rect width="3" height="3"/></svg>)", Kind::UnsupportedSvg},
        {head + "<defs>" + path + "</defs></svg>", Kind::UnsupportedSvg},
        {head + path + path + "</svg>", Kind::NotOnePath},
        {head + "</svg>", Kind::NotOnePath},
        {"<svg>" + path + "</svg>", Kind::BadMeasures},
        {R"(<svg viewBox="0 0 9 0">)" + path + "</svg>", Kind::BadMeasures},
        {R"(<svg viewBox="0 0 9000 9">)" + path + "</svg>", Kind::BadMeasures},
        {head + path, Kind::BrokenSvg},
        {head + R"(<path d="M0 0A9"/></svg>)", Kind::BrokenSvg},
        {head + R"(<path d="M0 0"/></svg>)", Kind::Blank},
        {"<html/>", Kind::UnsupportedSvg},
        {"M0 0 X", Kind::BrokenSvg},
        {"M0 0H1e300V5Z", Kind::BadMeasures},
        {R"(<!DOCTYPE svg [<!ENTITY a "aaaa">]>)" + head + path + "</svg>", Kind::UnsupportedSvg},
        {"", Kind::UnknownKind},
        {"%PDF-1.7", Kind::UnknownKind},
    };
    for (const auto& [svg, kind] : cases)
        EXPECT_EQ(static_cast<int>(fault(read(svg)).kind), static_cast<int>(kind)) << svg;
    EXPECT_EQ(fault(read("M0 0 X")).place, 6U);  // behind the letter
}

std::vector<bool> ink(const UploadAnswer& answer) {
    const auto* bitmap = std::get_if<UploadedBitmap>(&answer);
    return bitmap != nullptr ? bitmap->ink : std::vector<bool>();
}

const std::vector<bool> corner = {true, true, false, true, false, false};  // 3 × 2

std::string png(std::size_t width, std::size_t height, const std::vector<png_byte>& grey_alpha) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_GA;
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&image, nullptr, &size, 0, grey_alpha.data(), 0, nullptr);
    std::string file(size, '\0');
    png_image_write_to_memory(&image, file.data(), &size, 0, grey_alpha.data(), 0, nullptr);
    return file.substr(0, size);
}

std::string little(std::uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(value >> 8 * i);
    return text;
}

std::string bmp(std::uint32_t width, std::uint32_t height, std::uint32_t bits,
                const std::string& palette, const std::string& pixels) {
    const auto at = static_cast<std::uint32_t>(54 + palette.size());
    return "BM" + std::string(8, '\0') + little(at, 4) + little(40, 4) + little(width, 4) +
           little(height, 4) + little(1, 2) + little(bits, 2) + std::string(24, '\0') + palette +
           pixels;
}

const std::string black_and_white = std::string(4, '\0') + std::string(3, '\xff') + '\0';

TEST(GaijiUpload, PicturesGiveTheirInk) {
    EXPECT_EQ(ink(read("P1 # 字\n3 2\n110 1 0 0")), corner);
    EXPECT_EQ(ink(read("P4\n3 2\n\xc0\x80")), corner);
    // Transparent black is paper.
    EXPECT_EQ(ink(read(png(3, 2, {0, 255, 90, 255, 0, 0, 0, 255, 255, 255, 200, 255}))), corner);
    // The lower row first; colour 0 is black.
    EXPECT_EQ(ink(read(bmp(3, 2, 1, black_and_white, std::string("\x60\0\0\0\x20\0\0\0", 8)))),
              corner);
    EXPECT_EQ(ink(read(bmp(3, static_cast<std::uint32_t>(-2), 1, black_and_white,
                           std::string("\x20\0\0\0\x60\0\0\0", 8)))),
              corner);
    const std::string w(3, '\xff'), b(3, '\0'), pad(3, '\0');
    EXPECT_EQ(ink(read(bmp(3, 2, 24, "", b + w + w + pad + b + b + w + pad))), corner);
}

TEST(GaijiUpload, PicturesThatAreNone) {
    const std::string good_png = png(3, 2, {0, 255, 0, 255, 0, 0, 0, 255, 0, 255, 0, 255});
    const std::vector<std::pair<std::string, Kind>> cases = {
        {"P4\n40000 40000\n", Kind::TooManyPixels},
        {"P1\n99999999999999999999999 1\n", Kind::TooManyPixels},
        {bmp(40000, 40000, 1, black_and_white, ""), Kind::TooManyPixels},
        {bmp(3, static_cast<std::uint32_t>(-40000), 1, black_and_white, ""), Kind::TooManyPixels},
        {bmp(0x80000000, 2, 1, black_and_white, ""), Kind::BrokenPicture},
        {bmp(3, 0x80000000, 1, black_and_white, ""), Kind::TooManyPixels},
        {bmp(3, 2, 16, "", std::string(99, '\0')), Kind::UnsupportedPicture},
        {bmp(3, 2, 1, black_and_white, "\x60"), Kind::CutShort},
        {bmp(3, 2, 8, "", std::string(8, '\x09')), Kind::CutShort},
        {"BM", Kind::CutShort},
        {"P4\n3 2\n\xc0", Kind::CutShort},
        {"P1\n3 2\n110", Kind::CutShort},
        {"P1\n3 2\n11012", Kind::BrokenPicture},
        {"P1\n3", Kind::CutShort},
        {"P1\nx", Kind::BrokenPicture},
        {"P4\n0 2\n", Kind::Blank},
        {"P1\n3 2\n000000", Kind::Blank},
        {good_png.substr(0, 20), Kind::BrokenPicture},
        {good_png.substr(0, good_png.size() - 20), Kind::BrokenPicture},
        {png(2, 1, {255, 255, 0, 0}), Kind::Blank},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        EXPECT_EQ(static_cast<int>(fault(read(cases[i].first)).kind),
                  static_cast<int>(cases[i].second))
            << i;
    }
}

TEST(GaijiUpload, APngOfFortyThousandPixelsASideIsNotDecoded) {
    std::string file = png(3, 2, {0, 255, 0, 255, 0, 0, 0, 255, 0, 255, 0, 255});
    const std::string side("\x00\x00\x9c\x40", 4);
    file.replace(16, 8, side + side);
    const auto check =
        static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(file.data() + 12), 17));
    Bytes written;
    append_u32(written, check);
    file.replace(29, 4, as_text(written));
    EXPECT_EQ(fault(read(file)), (UploadFault{Kind::TooManyPixels, greatest_picture_side}));
}

TEST(GaijiUpload, EveryFaultIsExplained) {
    for (int kind = 0; kind <= static_cast<int>(Kind::Blank); ++kind) {
        const Diagnostic finding = explain_fault({static_cast<Kind>(kind), 57344}, "f.tte");
        EXPECT_FALSE(finding.message.ja.empty()) << kind;
        EXPECT_FALSE(finding.message.en.empty()) << kind;
        EXPECT_EQ(finding.origin.source->file, "f.tte");
        EXPECT_FALSE(finding.hints.empty());
    }
}

}  // namespace
}  // namespace madoguchi::fonts
