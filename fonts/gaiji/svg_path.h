// Drawings of characters as they come: the path data of SVG.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "fonts/outline.h"

namespace madoguchi::fonts {

/// The path's own coordinates, y as in the text (SVG 1.1, section 8.3; arcs are not read). All
/// commands become absolute Move, Line, Quad, Cubic and Close; an open contour is closed, as
/// filling does. Fails with the place of the first error.
Result<Outline> read_svg_path(std::string_view data);

/// The same outline as path data with at most three decimals, absolute commands only.
std::string write_svg_path(const Outline& outline);

/// The square of an SVG drawing that becomes the em box, y downwards.
struct DrawingBox {
    double left = 0, top = 0, size = 1000;
};

/// From the drawing's coordinates to font units, y upwards: the box's upper edge stands at
/// `ascent`.
Outline to_font_units(const Outline& drawing, DrawingBox box, int units_per_em, int ascent);

}  // namespace madoguchi::fonts
