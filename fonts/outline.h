// The contours of a glyph.
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "fonts/face.h"

namespace madoguchi::fonts {

/// Font units, y upwards.
struct OutlinePoint {
    double x = 0, y = 0;
    bool operator==(const OutlinePoint&) const = default;
};
struct MoveTo {
    OutlinePoint to;
    bool operator==(const MoveTo&) const = default;
};
struct LineTo {
    OutlinePoint to;
    bool operator==(const LineTo&) const = default;
};
struct QuadTo {
    OutlinePoint control, to;
    bool operator==(const QuadTo&) const = default;
};
struct CubicTo {
    OutlinePoint first, second, to;
    bool operator==(const CubicTo&) const = default;
};
struct ClosePath {
    bool operator==(const ClosePath&) const = default;
};
using Outline = std::vector<std::variant<MoveTo, LineTo, QuadTo, CubicTo, ClosePath>>;

/// Empty for a glyph without contours (a space).
Outline outline(const Face& face, GlyphId glyph);

}  // namespace madoguchi::fonts
