// One call of HarfBuzz: a run of code points of one face and script becomes glyphs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "fonts/shape.h"

namespace madoguchi::fonts {

struct CodePointInRun {
    char32_t code_point = 0;
    std::uint32_t character = 0;  ///< which character of the run it belongs to, ascending
};

/// In font units, as HarfBuzz answers: y upwards, vertical advances negative.
struct RawGlyph {
    GlyphId glyph = 0;
    std::uint32_t character = 0;
    int advance_x = 0, advance_y = 0;
    int offset_x = 0, offset_y = 0;
};

struct RunSettings {
    WritingDirection direction = WritingDirection::Horizontal;
    /// ISO 15924, as ICU's UScriptCode.
    int script = 0;
};

/// The glyphs come in the order of the text. Kerning is off: forms are set on a grid of full-width
/// cells. Ligatures that fashion wants (`liga`, `clig`) are off too, since each character that
/// people see keeps a glyph of its own; those that the text needs (`ccmp`, `rlig`) are on.
void shape_run(const Face& face, std::span<const CodePointInRun> run, RunSettings settings,
               std::vector<RawGlyph>& glyphs);

}  // namespace madoguchi::fonts
