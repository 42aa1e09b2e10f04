#include "distorted.h"

#include <algorithm>
#include <cmath>

#include "fonts/gaiji/draw_outline.h"

namespace madoguchi::fonts {

InkPicture draw_glyph(const Face& face, GlyphId glyph, const Drawing& drawing) {
    const auto side = static_cast<std::size_t>(drawing.pixels * 1.5) + 4;
    InkPicture picture{side, side, Bytes(side * side)};
    const double margin = drawing.pixels / 4;
    draw_outline(outline(face, glyph),
                 {drawing.pixels / face.metrics().units_per_em,
                  {margin + drawing.shift_x, margin + drawing.shift_y}},
                 side, side, picture.ink);
    return picture;
}

InkPicture with_other_weight(const InkPicture& picture, double pixels) {
    InkPicture out = picture;
    const auto at = [&](std::size_t x, std::size_t y) {
        return picture.ink[y * picture.width + x];
    };
    for (std::size_t y = 1; y + 1 < picture.height; ++y) {
        for (std::size_t x = 1; x + 1 < picture.width; ++x) {
            const auto around = {at(x, y), at(x - 1, y), at(x + 1, y), at(x, y - 1), at(x, y + 1)};
            const double own = at(x, y);
            const double other = pixels > 0 ? std::max(around) : std::min(around);
            out.ink[y * picture.width + x] =
                static_cast<std::uint8_t>(std::lround(own + (other - own) * std::abs(pixels)));
        }
    }
    return out;
}

InkPicture in_dots(InkPicture picture) {
    for (std::uint8_t& pixel : picture.ink)
        pixel = pixel >= 128 ? 255 : 0;
    return picture;
}

}  // namespace madoguchi::fonts
