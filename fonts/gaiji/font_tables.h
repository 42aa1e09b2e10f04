// The tables of a font that is built from drawings.
#pragma once

#include <string>
#include <vector>

#include "fonts/gaiji/font_builder.h"
#include "fonts/gaiji/glyf_writer.h"
#include "fonts/sfnt.h"

namespace madoguchi::fonts {

/// In the order of code points, .notdef (code point 0) first.
struct BuiltGlyph {
    char32_t code_point = 0;
    std::string name;
    int advance = 0;
    WrittenGlyph drawing;
};

/// cmap, glyf, head, hhea, hmtx, loca, maxp, name, OS/2 and post (OpenType, "Required tables").
std::vector<SfntTable> font_tables(const DrawnFont& font, const std::vector<BuiltGlyph>& glyphs);

}  // namespace madoguchi::fonts
