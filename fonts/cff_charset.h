// Which CID each glyph of a CID-keyed CFF font bears (Adobe Technical Note 5176, section 13).
#pragma once

#include <optional>
#include <vector>

#include "base/bytes.h"
#include "fonts/face.h"

namespace madoguchi::fonts {

/// Glyphs [first_glyph, first_glyph + count) bear the CIDs from first_cid on.
struct CidRange {
    GlyphId first_glyph = 0;
    std::uint32_t first_cid = 0;
    std::uint32_t count = 0;
};

/// Whether the font's top dictionary bears a registry, ordering and supplement. FreeType says so
/// only of a CFF that stands outside of an sfnt.
bool is_cid_keyed(ByteView cff);

/// In the order of glyphs, without gaps, glyph 0 first. Nothing when the table contradicts itself.
std::optional<std::vector<CidRange>> read_cff_charset(ByteView cff, GlyphId glyph_count);

std::uint16_t cid_of(const std::vector<CidRange>& ranges, GlyphId glyph);

}  // namespace madoguchi::fonts
