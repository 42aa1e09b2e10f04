// One subset font while content is written: it hands out a character code for each (glyph, text)
// and remembers what every code means.
//
// In TrueType subsets a glyph that stands for two texts gets two codes, so that ToUnicode is right
// for both. In CFF subsets the code is the glyph's CID and there is only one; its first text goes
// into ToUnicode and the others come back with exact = false.
#pragma once

#include <string_view>
#include <unordered_map>

#include "fonts/subset.h"
#include "render/pdf/code_table.h"

namespace madoguchi::render::pdf {

/// Metrics of a glyph in vertical writing, thousandths of an em, y upwards (ISO 32000-1, 9.7.4.3).
struct VerticalMetrics {
    int advance = -1000;  ///< w1y: negative, downwards
    int origin_x = 0;     ///< vx, vy: from the glyph's origin to its vertical origin
    int origin_y = 880;
};

/// Thousandths of an em.
int glyph_width(const fonts::Face& face, fonts::GlyphId glyph);

VerticalMetrics vertical_metrics(const fonts::Face& face, fonts::GlyphId glyph);

class FontUse {
  public:
    explicit FontUse(const fonts::Face& face);

    const fonts::Face& face() const { return *plan_.face; }
    const fonts::SubsetPlan& plan() const { return plan_; }
    /// What each code means, in the order of first use.
    const CodeTable& codes() const { return codes_; }

    /// For a pair that codes() does not know; with a blank of so many thousandths of an em behind
    /// the glyph only in TrueType faces. Nothing when the font is full (65,534 glyphs). Valid until
    /// the next add().
    const GlyphCode* add(fonts::GlyphId glyph, std::string_view text, int blank = 0);

    /// Forgets all but the first `count` pairs of codes().
    void truncate(std::size_t count);

  private:
    fonts::SubsetPlan plan_;
    CodeTable codes_;
    std::unordered_map<fonts::GlyphId, std::uint16_t> fixed_codes_;  ///< CFF only
};

}  // namespace madoguchi::render::pdf
