#include "render/pdf/image.h"

#include <gtest/gtest.h>
#include <png.h>

#include "render/pdf/icc.h"
#include "tests/unit/render/pdf_fixture.h"

namespace madoguchi::render::pdf {
namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes png(unsigned width, unsigned height, unsigned format, const void* pixels,
          const void* palette = nullptr, unsigned palette_entries = 0) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = format;
    image.colormap_entries = palette_entries;
    png_alloc_size_t size = 1 << 16;
    Bytes bytes(size);
    EXPECT_TRUE(png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels, 0, palette))
        << image.message;
    bytes.resize(size);
    return bytes;
}

std::string code_of(const Result<ImageData>& image) {
    return image.ok() ? "" : image.findings().front().code;
}

Result<ImageData> read_png(const Bytes& bytes) {
    return read_image(bytes, Picture::Format::Png, Effort::Record);
}

TEST(PdfImage, SplitsTransparencyOff) {
    const Result<ImageData> image = read_png(*tests::small_png());
    ASSERT_TRUE(image.ok());
    EXPECT_EQ(image->width, 2u);
    EXPECT_EQ(image->colours, ImageData::Colours::Rgb);
    EXPECT_EQ(inflate(image->samples).substr(0, 6), std::string("\xFF\0\0\0\xFF\0", 6));
    ASSERT_TRUE(image->mask);
    EXPECT_EQ(inflate(*image->mask), std::string("\xFF\xFF\x80\0", 4));
}

TEST(PdfImage, DropsTransparencyThatIsNone) {
    const Bytes opaque = {1, 2, 3, 255};
    const Result<ImageData> image = read_png(png(1, 1, PNG_FORMAT_RGBA, opaque.data()));
    ASSERT_TRUE(image.ok());
    EXPECT_FALSE(image->mask);
    EXPECT_EQ(inflate(image->samples), "\x01\x02\x03");
}

TEST(PdfImage, KeepsGreyGrey) {
    const Bytes pixels = {0, 128};
    const Result<ImageData> image = read_png(png(2, 1, PNG_FORMAT_GRAY, pixels.data()));
    ASSERT_TRUE(image.ok());
    EXPECT_EQ(image->colours, ImageData::Colours::Grey);
    EXPECT_EQ(inflate(image->samples), std::string("\0\x80", 2));
}

TEST(PdfImage, LooksColoursUpInAPalette) {
    const Bytes indices = {1, 0};
    const Bytes palette = {10, 20, 30, 40, 50, 60};
    const Result<ImageData> image =
        read_png(png(2, 1, PNG_FORMAT_RGB_COLORMAP, indices.data(), palette.data(), 2));
    ASSERT_TRUE(image.ok());
    EXPECT_EQ(inflate(image->samples), "\x28\x32\x3C\x0A\x14\x1E");
}

TEST(PdfImage, ReducesSixteenBitsToEight) {
    const std::vector<std::uint16_t> white = {0xFFFF, 0xFFFF, 0xFFFF};
    const Result<ImageData> image = read_png(png(1, 1, PNG_FORMAT_LINEAR_RGB, white.data()));
    ASSERT_TRUE(image.ok());
    EXPECT_EQ(inflate(image->samples), "\xFF\xFF\xFF");
}

TEST(PdfImage, RefusesABrokenPng) {
    Bytes bytes = *tests::small_png();
    for (const std::size_t size : {0u, 7u, 20u, 40u}) {
        EXPECT_EQ(code_of(read_png(Bytes(bytes.begin(), bytes.begin() + static_cast<long>(size)))),
                  "pdf.bad-image");
    }
    bytes[bytes.size() - 18] ^= 0xFF;  // in IDAT, before its checksum and IEND
    EXPECT_EQ(code_of(read_png(bytes)), "pdf.bad-image");
}

// A header of 40,000 × 40,000 pixels, its checksum right.
TEST(PdfImage, RefusesAPngThatWouldFillTheMemory) {
    const Bytes small = *tests::small_png();
    Bytes bytes = small;
    for (const std::size_t at : {16u, 20u}) {
        bytes[at + 2] = 40000 >> 8;
        bytes[at + 3] = 40000 & 0xFF;
    }
    std::uint32_t crc = 0xFFFFFFFF;
    for (std::size_t i = 12; i < 29; ++i) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[29 + i] = static_cast<std::uint8_t>(~crc >> (24 - 8 * i));
    }
    EXPECT_EQ(code_of(read_png(bytes)), "pdf.image-too-large");
}

/// A JPEG's skeleton: start, one frame header, one scan, end.
Bytes jpeg(std::uint8_t components, std::uint8_t frame_marker = 0xC0) {
    Bytes out = {0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, frame_marker, 0};
    out.push_back(static_cast<std::uint8_t>(8 + 3 * components));
    out.insert(out.end(), {8, 0, 2, 0, 3, components});
    for (std::uint8_t i = 0; i < components; ++i)
        out.insert(out.end(), {i, 0x11, 0});
    out.insert(out.end(), {0xFF, 0xDA, 0, 2, 0x12, 0x34, 0xFF, 0xD9});
    return out;
}

Result<ImageData> read_jpeg(const Bytes& bytes) {
    return read_image(bytes, Picture::Format::Jpeg, Effort::Record);
}

TEST(PdfImage, PassesJpegThrough) {
    const Bytes bytes = jpeg(3);
    const Result<ImageData> image = read_jpeg(bytes);
    ASSERT_TRUE(image.ok());
    EXPECT_EQ(image->width, 3u);
    EXPECT_EQ(image->height, 2u);
    EXPECT_EQ(image->samples.filter, StreamFilter::Dct);
    EXPECT_EQ(image->samples.bytes, std::string(bytes.begin(), bytes.end()));
    EXPECT_EQ(read_jpeg(jpeg(1))->colours, ImageData::Colours::Grey);
    EXPECT_TRUE(read_jpeg(jpeg(3, 0xC2)).ok());
}

TEST(PdfImage, RefusesJpegsThatPdfaReadersCannotShow) {
    EXPECT_EQ(code_of(read_jpeg(jpeg(4))), "pdf.cmyk-image");
    EXPECT_EQ(code_of(read_jpeg(jpeg(2))), "pdf.bad-image");
    EXPECT_EQ(code_of(read_jpeg(jpeg(3, 0xC3))), "pdf.bad-image");  // lossless
}

TEST(PdfImage, RefusesJpegsCutAnywhere) {
    const Bytes whole = jpeg(3);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_EQ(code_of(read_jpeg(Bytes(whole.begin(), whole.begin() + static_cast<long>(size)))),
                  "pdf.bad-image")
            << size;
    }
}

double fixed(const Bytes& bytes, std::size_t at) {
    return static_cast<double>(static_cast<std::int32_t>(read_u32(bytes, at))) / 65536;
}

std::size_t tag_offset(const Bytes& icc, std::string_view tag) {
    const std::uint32_t count = read_u32(icc, 128);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = 132 + 12 * i;
        if (as_text(ByteView(icc).subspan(entry, 4)) == tag) return read_u32(icc, entry + 4);
    }
    return 0;
}

// The colorants of sRGB under D50 as IEC 61966-2-1 and the profile makers state them.
TEST(PdfIcc, HoldsThePrimariesOfSrgb) {
    const Bytes icc = srgb_profile();
    EXPECT_EQ(read_u32(icc, 0), icc.size());
    EXPECT_EQ(as_text(ByteView(icc).subspan(12, 12)), "mntrRGB XYZ ");
    const std::vector<std::pair<std::string, std::vector<double>>> colorants = {
        {"rXYZ", {0.4360, 0.2225, 0.0139}},
        {"gXYZ", {0.3851, 0.7169, 0.0971}},
        {"bXYZ", {0.1431, 0.0606, 0.7141}}};
    double white = 0;
    for (const auto& [tag, values] : colorants) {
        const std::size_t at = tag_offset(icc, tag);
        for (std::size_t i = 0; i < 3; ++i) {
            EXPECT_NEAR(fixed(icc, at + 8 + 4 * i), values[i], 0.0003) << tag << i;
        }
        white += fixed(icc, at + 12);
    }
    EXPECT_NEAR(white, 1, 0.0001);
}

TEST(PdfIcc, HoldsTheCurveOfSrgb) {
    const Bytes icc = srgb_profile();
    const std::size_t curve = tag_offset(icc, "gTRC");
    EXPECT_EQ(curve, tag_offset(icc, "rTRC"));
    EXPECT_EQ(read_u32(icc, curve + 8), 256u);
    const auto at = [&](std::size_t value) { return read_u16(icc, curve + 12 + 2 * value); };
    EXPECT_EQ(at(0), 0);
    EXPECT_EQ(at(255), 65535);
    EXPECT_EQ(at(128), 14146);  // 0.2158605
}

}  // namespace
}  // namespace madoguchi::render::pdf
