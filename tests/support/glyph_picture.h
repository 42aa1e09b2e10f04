// FreeType's picture of one glyph, and how much two pictures agree.
#pragma once

#include <cstddef>
#include <vector>

#include "base/bytes.h"

namespace madoguchi::tests {

struct GlyphPicture {
    std::size_t width = 0, height = 0;
    std::vector<bool> ink;

    bool at(std::size_t x, std::size_t y) const { return ink[y * width + x]; }
    std::size_t covered() const;
};

/// An em of `side` pixels, the baseline at 0.88 of it from the top; unhinted, ink where more than
/// half of a pixel is covered. Empty when the font has no such character.
GlyphPicture draw_character(const Bytes& font, char32_t code_point, std::size_t side);

/// The smallest picture that holds all the ink.
GlyphPicture cropped(const GlyphPicture& picture);

/// Shared ink through all ink (intersection over union), upper left corners on each other.
double agreement(const GlyphPicture& a, const GlyphPicture& b);
/// The same of the cropped pictures, at the best of the places up to two pixels away.
double best_agreement(const GlyphPicture& a, const GlyphPicture& b);

}  // namespace madoguchi::tests
