// One line whose letters have readings (ルビ): letters and readings to glyph runs, each reading
// right behind its letters, as it is read aloud.
#pragma once

#include <vector>

#include "render/layout/glyph_line.h"

namespace madoguchi::render {

/// `centre` is that of the em box above the baseline, in ems. Readings stand above a horizontal
/// line, to the right of a vertical one, and say themselves in parentheses.
void place_ruby_line(const GlyphLine& line, const LetterStyle& letters, double centre,
                     std::vector<Item>& items);

}  // namespace madoguchi::render
