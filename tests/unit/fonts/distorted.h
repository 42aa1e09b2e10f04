// Glyphs as they come to be identified: of another size, shifted, thicker, thinner, in dots.
#pragma once

#include "fonts/gaiji/normal_shape.h"

namespace madoguchi::fonts {

/// Drawn at so many pixels to the em, its origin moved by parts of a pixel.
struct Drawing {
    double pixels = 64;
    double shift_x = 0, shift_y = 0;
};
InkPicture draw_glyph(const Face& face, GlyphId glyph, const Drawing& drawing);

/// Strokes grow (or, by a negative amount, shrink) by up to a pixel on each side.
InkPicture with_other_weight(const InkPicture& picture, double pixels);

/// Every pixel is ink or paper.
InkPicture in_dots(InkPicture picture);

}  // namespace madoguchi::fonts
