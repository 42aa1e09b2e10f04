#include <utility>

#include "fonts/gaiji/upload/readers.h"

// Windows' bitmaps without compression ([MS-WMF] 2.2.2.3, BITMAPINFOHEADER and its successors):
// what the editors of gaiji save. Numbers are little-endian.

namespace madoguchi::fonts {

namespace {

using Kind = UploadFault::Kind;

std::uint32_t read_little(ByteView file, std::size_t at, std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = bytes; i-- > 0;)
        value = value << 8 | file[at + i];
    return value;
}

/// Blue, green, red, as they stand in a palette and in pixels.
bool is_ink(ByteView file, std::size_t at) {
    const unsigned light = 114U * file[at] + 587U * file[at + 1] + 299U * file[at + 2];
    return light < 128U * 1000;
}

struct Bmp {
    std::size_t width = 0, height = 0;
    bool from_the_top = false;
    std::size_t bits = 0;  ///< of a pixel
    std::size_t pixels_at = 0, palette_at = 0, colours = 0;

    std::size_t row_bytes() const { return (width * bits + 31) / 32 * 4; }
};

constexpr std::size_t smallest_header = 14 + 40;

std::variant<Bmp, UploadFault> read_header(ByteView file) {
    if (file.size() < smallest_header) return UploadFault{Kind::CutShort, file.size()};
    const std::size_t header = read_little(file, 14, 4);
    if (header < 40 || header > 124) return UploadFault{Kind::UnsupportedPicture, 14};
    const auto width = static_cast<std::int32_t>(read_little(file, 18, 4));
    const auto height = static_cast<std::int32_t>(read_little(file, 22, 4));
    if (width <= 0 || height == 0) return UploadFault{Kind::BrokenPicture, 18};
    constexpr auto side = static_cast<std::int32_t>(greatest_picture_side);
    if (width > side || height > side || height < -side)
        return UploadFault{Kind::TooManyPixels, greatest_picture_side};
    Bmp bmp{.width = static_cast<std::size_t>(width),
            .height = static_cast<std::size_t>(height < 0 ? -height : height),
            .from_the_top = height < 0,
            .bits = read_little(file, 28, 2),
            .pixels_at = read_little(file, 10, 4),
            .palette_at = 14 + header,
            .colours = read_little(file, 46, 4)};
    const bool known =
        bmp.bits == 1 || bmp.bits == 4 || bmp.bits == 8 || bmp.bits == 24 || bmp.bits == 32;
    if (!known) return UploadFault{Kind::UnsupportedPicture, 28};
    if (read_little(file, 30, 4) != 0) return UploadFault{Kind::UnsupportedPicture, 30};
    const std::size_t most = bmp.bits <= 8 ? std::size_t{1} << bmp.bits : 0;
    if (bmp.colours == 0 || bmp.colours > most) bmp.colours = most;
    if (bmp.palette_at + bmp.colours * 4 > file.size())
        return UploadFault{Kind::CutShort, bmp.palette_at};
    if (bmp.pixels_at < bmp.palette_at || bmp.pixels_at > file.size() ||
        bmp.row_bytes() * bmp.height > file.size() - bmp.pixels_at)
        return UploadFault{Kind::CutShort, file.size()};
    return bmp;
}

/// Nothing for a colour that the palette does not have.
std::optional<bool> pixel(ByteView file, const Bmp& bmp, std::size_t row_at, std::size_t x) {
    if (bmp.bits >= 24) return is_ink(file, row_at + x * bmp.bits / 8);
    const std::size_t bit = x * bmp.bits;
    const std::size_t shift = 8 - bmp.bits - bit % 8;
    const std::size_t byte = file[row_at + bit / 8];
    const std::size_t colour = byte >> shift & ((std::size_t{1} << bmp.bits) - 1);
    if (colour >= bmp.colours) return std::nullopt;
    return is_ink(file, bmp.palette_at + colour * 4);
}

}  // namespace

UploadAnswer read_bmp_upload(ByteView file) {
    const auto header = read_header(file);
    if (const auto* fault = std::get_if<UploadFault>(&header)) return *fault;
    const Bmp& bmp = std::get<Bmp>(header);
    UploadedBitmap bitmap{bmp.width, bmp.height, {}};
    bitmap.ink.reserve(bmp.width * bmp.height);
    for (std::size_t y = 0; y < bmp.height; ++y) {
        const std::size_t row = bmp.from_the_top ? y : bmp.height - 1 - y;
        const std::size_t row_at = bmp.pixels_at + row * bmp.row_bytes();
        for (std::size_t x = 0; x < bmp.width; ++x) {
            const std::optional<bool> ink = pixel(file, bmp, row_at, x);
            if (!ink) return UploadFault{Kind::BrokenPicture, row_at};
            bitmap.ink.push_back(*ink);
        }
    }
    return bitmap_upload(std::move(bitmap));
}

}  // namespace madoguchi::fonts
