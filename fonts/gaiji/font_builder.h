// A small TrueType font made of drawings: a tenant's own characters (外字), each under a
// private-use code point.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/outline.h"

namespace madoguchi::fonts {

struct DrawnGlyph {
    char32_t code_point = 0;  ///< private use
    std::string name;         ///< PostScript name, "gaiji.E000"
    int advance = 1000;
    /// In font units; closed contours. Cubic curves become quadratic ones within half a unit.
    Outline outline;
};

struct DrawnFont {
    std::string family;  ///< ASCII
    int units_per_em = 1000;
    int ascent = 880;
    int descent = -120;
    std::vector<DrawnGlyph> glyphs;
};

/// The same drawings give the same bytes. Fails, with a finding for each, on a code point outside
/// the private use areas or given twice, on a name that PostScript does not allow, and on a drawing
/// that does not fit the format (coordinates beyond ±16,383, more than 65,535 points).
Result<Bytes> build_font(const DrawnFont& font);

}  // namespace madoguchi::fonts
