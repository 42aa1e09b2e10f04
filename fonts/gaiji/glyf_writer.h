// One drawing as a simple glyph of TrueType (OpenType, glyf).
#pragma once

#include <optional>

#include "fonts/outline.h"

namespace madoguchi::fonts {

struct WrittenGlyph {
    Bytes bytes;  ///< empty for a glyph without contours
    GlyphBox box;
    std::size_t points = 0, contours = 0;
};

/// Coordinates are rounded to whole units; contours of fewer than three points vanish. Nothing when
/// the drawing does not fit the format.
std::optional<WrittenGlyph> write_glyph(const Outline& outline);

}  // namespace madoguchi::fonts
