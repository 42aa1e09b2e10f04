// The glyphs of a TrueType font as its tables `loca` and `glyf` store them. Nothing is believed
// that has not been checked against the tables' ends.
#pragma once

#include <optional>
#include <vector>

#include "base/bytes.h"
#include "fonts/face.h"

namespace madoguchi::fonts {

struct GlyfTables {
    ByteView glyf, loca;
    bool long_offsets = false;
    GlyphId glyph_count = 0;

    /// Empty for a glyph without contours, nothing for one that lies outside.
    std::optional<ByteView> glyph(GlyphId glyph) const;
};

/// Nothing when a table is too short for what the others say.
std::optional<GlyfTables> read_glyf_tables(const Face& face);

bool is_composite(ByteView glyph);

/// The glyph without its instructions; false when its parts do not fit.
bool append_simple_glyph(ByteView glyph, Bytes& out);

struct Component {
    GlyphId glyph = 0;
    std::size_t flags_at = 0, glyph_at = 0;  ///< where the two numbers stand in the composite
};

struct Components {
    std::vector<Component> list;
    std::size_t end = 0;  ///< behind the last, where instructions may follow
};

std::optional<Components> read_components(ByteView composite);

/// The flag of the last component that announces instructions (OpenType, glyf).
inline constexpr unsigned composite_has_instructions = 0x0100;

}  // namespace madoguchi::fonts
