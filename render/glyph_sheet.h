// Shapes side by side, for a person to compare: an SVG with each exact outline and what it is.
#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "fonts/outline.h"

namespace madoguchi::render {

/// An outline as its font draws it.
struct SheetGlyph {
    fonts::Outline outline;  ///< font units, y upwards
    int units_per_em = 1000;
    int ascent = 880;
};
/// A picture as it came.
struct SheetPicture {
    Bytes png;
};

struct SheetCell {
    std::variant<SheetGlyph, SheetPicture> shape;
    std::vector<std::string> lines;  ///< below it
};

/// In rows of five. Lines are names and numbers: a browser would draw the character itself with
/// whatever font it has.
std::string write_glyph_sheet(std::span<const SheetCell> cells);

}  // namespace madoguchi::render
