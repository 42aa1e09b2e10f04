// Only the headers are read here (PNG, ISO/IEC 15948 §11.2.2; JPEG, ITU-T T.81 §B.2.2): a picture
// keeps its proportions, for a stretched emblem is a wrong emblem.

#include "render/layout/picture.h"

#include <algorithm>
#include <utility>

#include "render/layout/shapes.h"

namespace madoguchi::render {

namespace {

constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n";

/// SOF0 … SOF15 without DHT, JPG and DAC, which share their range.
bool is_frame_header(std::uint8_t marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

std::optional<PixelSize> checked(PixelSize size) {
    if (size.width == 0 || size.height == 0) return std::nullopt;
    return size;
}

std::optional<PixelSize> jpeg_size(ByteView bytes) {
    std::size_t at = 2;
    while (at + 9 <= bytes.size() && bytes[at] == 0xff) {
        const std::uint8_t marker = bytes[at + 1];
        if (is_frame_header(marker))
            return checked({read_u16(bytes, at + 7), read_u16(bytes, at + 5)});
        at += marker == 0xff ? 1 : 2u + std::max<std::size_t>(read_u16(bytes, at + 2), 2);
    }
    return std::nullopt;
}

bool is_png(ByteView bytes) {
    return bytes.size() >= 24 && as_text(bytes.first(png_signature.size())) == png_signature;
}

Rect placed(const Rect& frame, PixelSize pixels) {
    const double scale = std::min(static_cast<double>(frame.width.units()) / pixels.width,
                                  static_cast<double>(frame.height.units()) / pixels.height);
    const Length width = Length::units(1).scaled(scale * pixels.width);
    const Length height = Length::units(1).scaled(scale * pixels.height);
    return {frame.x + (frame.width - width) / 2, frame.y + (frame.height - height) / 2, width,
            height};
}

}  // namespace

std::optional<PixelSize> pixel_size(ByteView bytes) {
    if (is_png(bytes)) return checked({read_u32(bytes, 16), read_u32(bytes, 20)});
    if (bytes.size() >= 4 && bytes[0] == 0xff && bytes[1] == 0xd8) return jpeg_size(bytes);
    return std::nullopt;
}

void lay_out_picture(const Surface& surface, const templates::Image& image) {
    const Rect frame = surface.moved.value_or(frame_of(surface.filled));
    if (!has_area(surface, frame)) return;
    const std::optional<PixelSize> pixels = pixel_size(image.bytes);
    if (!pixels) {
        report(surface, "layout.unreadable-image",
               {"画像を読み取れません（PNG でも JPEG でもないか、途中で切れています）。",
                "The picture cannot be read: it is neither PNG nor JPEG, or it is cut short."},
               {{"画像を PNG または JPEG で保存し直してください。",
                 "Save the picture again as PNG or JPEG."}});
        return;
    }
    Picture picture;
    picture.format = is_png(image.bytes) ? Picture::Format::Png : Picture::Format::Jpeg;
    picture.bytes = {surface.context.owner, &image.bytes};
    picture.frame = placed(frame, *pixels);
    picture.alternative_text = image.alternative_text;
    surface.items.push_back({surface.element, std::move(picture)});
}

}  // namespace madoguchi::render
