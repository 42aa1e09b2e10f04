#include "templates/picture_check.h"

#include <algorithm>
#include <array>
#include <optional>

#include "templates/limits.h"
#include "templates/words.h"

namespace madoguchi::templates {

namespace {

bool is_side(std::uint32_t pixels) {
    return pixels > 0 && pixels <= limits::image_side;
}

/// PNG (ISO/IEC 15948) sections 5.2 and 5.3: signature, then chunks of length, name, data,
/// checksum.
bool is_whole_png(ByteView bytes) {
    constexpr std::array<std::uint8_t, 8> signature = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    constexpr std::size_t chunk_frame = 12;
    if (bytes.size() < signature.size() ||
        !std::equal(signature.begin(), signature.end(), bytes.begin()))
        return false;
    bool has_header = false, has_pixels = false;
    for (std::size_t at = signature.size(); at + chunk_frame <= bytes.size();) {
        const std::size_t length = read_u32(bytes, at);
        if (length > bytes.size() - at - chunk_frame) return false;
        const std::string_view name = as_text(bytes.subspan(at + 4, 4));
        if (!has_header) {
            has_header = name == "IHDR" && length == 13 && is_side(read_u32(bytes, at + 8)) &&
                         is_side(read_u32(bytes, at + 12));
            if (!has_header) return false;
        }
        has_pixels = has_pixels || name == "IDAT";
        at += chunk_frame + length;
        if (name == "IEND") return has_pixels && at == bytes.size();
    }
    return false;
}

/// SOF0 to SOF15 without DHT, JPG and DAC, which share their range.
bool is_frame_header(std::uint8_t marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// JPEG (ITU-T T.81) annex B: marker segments up to the first scan; the end of the image is the
/// file's end.
bool is_whole_jpeg(ByteView bytes) {
    if (bytes.size() < 4 || read_u16(bytes, 0) != 0xffd8 ||
        read_u16(bytes, bytes.size() - 2) != 0xffd9)
        return false;
    bool has_frame = false;
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        const std::uint8_t marker = bytes[at + 1];
        const std::size_t length = read_u16(bytes, at + 2);
        if (bytes[at] != 0xff || length < 2 || length > bytes.size() - at - 2) return false;
        if (marker == 0xda) return has_frame;
        if (is_frame_header(marker)) {
            has_frame =
                length >= 8 && is_side(read_u16(bytes, at + 5)) && is_side(read_u16(bytes, at + 7));
            if (!has_frame) return false;
        }
        at += 2 + length;
    }
    return false;
}

}  // namespace

bool is_whole_picture(ByteView bytes, std::string_view media_type) {
    return media_type == png_media_type    ? is_whole_png(bytes)
           : media_type == jpeg_media_type ? is_whole_jpeg(bytes)
                                           : false;
}

}  // namespace madoguchi::templates
