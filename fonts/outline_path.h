// The contours of a glyph as the path data of SVG.
#pragma once

#include <string>

#include "fonts/outline.h"

namespace madoguchi::fonts {

/// The `d` of an SVG path (SVG 2, section 9.3) in font units, y downwards; relative commands, a
/// tenth of a unit exact. Empty for an empty outline.
std::string path_data(const Outline& outline);

}  // namespace madoguchi::fonts
