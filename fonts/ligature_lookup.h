// Lookups that only join glyphs (GSUB type 4): which glyph must follow for them to do anything.
#pragma once

#include <optional>
#include <vector>

#include "fonts/face.h"

namespace madoguchi::fonts {

/// The second glyphs of all ligatures of a lookup, when it holds nothing but ligatures of two
/// glyphs or more and passes over no letters (OpenType 1.9, chapter GSUB). Nothing for any other
/// lookup, and for one whose numbers lead out of the table. `gsub` is the whole table.
std::optional<std::vector<GlyphId>> ligature_seconds(ByteView gsub, unsigned lookup);

}  // namespace madoguchi::fonts
