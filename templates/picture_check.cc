#include "templates/picture_check.h"

#include <algorithm>
#include <array>
#include <optional>

#include "templates/limits.h"
#include "templates/words.h"

namespace madoguchi::templates {

namespace {

/// What the header of a picture says; nothing when it has none or is cut short.
struct PixelSize {
    std::uint64_t width = 0, height = 0;
};

std::optional<PictureFault> fault_of(const std::optional<PixelSize>& size) {
    if (!size || size->width == 0 || size->height == 0) return PictureFault::Broken;
    const bool too_large = size->width > limits::image_side || size->height > limits::image_side ||
                           size->width * size->height > limits::image_pixels;
    return too_large ? std::optional(PictureFault::TooLarge) : std::nullopt;
}

/// PNG (ISO/IEC 15948) sections 5.2 and 5.3: signature, then chunks of length, name, data,
/// checksum.
std::optional<PixelSize> png_size(ByteView bytes) {
    constexpr std::array<std::uint8_t, 8> signature = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    constexpr std::size_t chunk_frame = 12;
    if (bytes.size() < signature.size() ||
        !std::equal(signature.begin(), signature.end(), bytes.begin()))
        return std::nullopt;
    std::optional<PixelSize> size;
    bool has_pixels = false;
    for (std::size_t at = signature.size(); at + chunk_frame <= bytes.size();) {
        const std::size_t length = read_u32(bytes, at);
        if (length > bytes.size() - at - chunk_frame) return std::nullopt;
        const std::string_view name = as_text(bytes.subspan(at + 4, 4));
        if (!size) {
            if (name != "IHDR" || length != 13) return std::nullopt;
            size = PixelSize{read_u32(bytes, at + 8), read_u32(bytes, at + 12)};
        }
        has_pixels = has_pixels || name == "IDAT";
        at += chunk_frame + length;
        if (name != "IEND") continue;
        return has_pixels && at == bytes.size() ? size : std::nullopt;
    }
    return std::nullopt;
}

/// SOF0 to SOF15 without DHT, JPG and DAC, which share their range.
bool is_frame_header(std::uint8_t marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// JPEG (ITU-T T.81) annex B: marker segments up to the first scan; the end of the image is the
/// file's end.
std::optional<PixelSize> jpeg_size(ByteView bytes) {
    if (bytes.size() < 4 || read_u16(bytes, 0) != 0xffd8 ||
        read_u16(bytes, bytes.size() - 2) != 0xffd9)
        return std::nullopt;
    std::optional<PixelSize> size;
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        const std::uint8_t marker = bytes[at + 1];
        const std::size_t length = read_u16(bytes, at + 2);
        if (bytes[at] != 0xff || length < 2 || length > bytes.size() - at - 2) return std::nullopt;
        if (marker == 0xda) return size;
        if (is_frame_header(marker)) {
            if (length < 8) return std::nullopt;
            size = PixelSize{read_u16(bytes, at + 7), read_u16(bytes, at + 5)};
            if (fault_of(size)) return size;
        }
        at += 2 + length;
    }
    return std::nullopt;
}

}  // namespace

std::optional<PictureFault> find_picture_fault(ByteView bytes, std::string_view media_type) {
    if (media_type == png_media_type) return fault_of(png_size(bytes));
    if (media_type == jpeg_media_type) return fault_of(jpeg_size(bytes));
    return PictureFault::Broken;
}

}  // namespace madoguchi::templates
