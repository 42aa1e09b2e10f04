// Which glyphs the features that shaping applies can start from. A run in which no glyph is
// reachable is provably what HarfBuzz would make of it: each character's own glyph with its own
// advance, since a lookup applies only where its first glyph is covered, and a ligature only where
// its second glyph follows.
#pragma once

#include <cstdint>
#include <vector>

#include "fonts/face.h"

namespace madoguchi::fonts {

/// A set of glyphs, one bit each.
class GlyphSet {
  public:
    bool contains(GlyphId glyph) const {
        const std::size_t word = glyph / 64;
        return word < words_.size() && (words_[word] >> (glyph % 64) & 1) != 0;
    }
    void insert(GlyphId glyph);
    void insert_all(GlyphId glyph_count);
    bool empty() const { return words_.empty(); }

  private:
    std::vector<std::uint64_t> words_;
};

struct FeatureReach {
    GlyphSet horizontal;
    GlyphSet vertical;
    /// What `vert` turns or moves: such a character stands upright in a vertical line.
    GlyphSet vertical_forms;
    /// Glyphs that nothing changes unless one of `ligature_seconds` is the next glyph, either way.
    GlyphSet ligature_starts, ligature_seconds;
};

/// For Japanese text in any script. A font whose shaping is not OpenType's (AAT) is reachable as a
/// whole.
FeatureReach compute_feature_reach(hb_face_t* face);

}  // namespace madoguchi::fonts
