// The glyphs of a face by their PostScript names, in any case: how a 文字情報基盤 (MJ) number
// becomes a glyph that has no code.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/face.h"

namespace madoguchi::fonts {

/// The name the font gives the glyph; empty where it gives none.
std::string glyph_name(hb_font_t* font, GlyphId glyph);

class GlyphNames {
  public:
    /// Reads every name once: about 10 ms for 61,000 glyphs.
    explicit GlyphNames(hb_font_t* font);

    /// A name that is written exactly so comes before one that differs in case, a lower glyph
    /// before a higher one.
    std::optional<GlyphId> find(std::string_view name) const;

  private:
    hb_font_t* font_;
    /// Open addressing by the hash of the lower-case name; 0 is free. Names themselves stay in the
    /// font.
    std::vector<GlyphId> slots_;
};

}  // namespace madoguchi::fonts
