// What the fonts of a chain draw of the sets that municipalities use.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "fonts/face_set.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::fonts {

struct CoveredSet {
    std::size_t total = 0;
    std::size_t drawn = 0;
    /// How many each face draws, by its PostScript name.
    std::map<std::string, std::size_t> by_face;
    std::vector<std::string> missing;  ///< as text
};

struct MjCoverage {
    CoveredSet characters;
    /// Without a path from text, drawn by name alone.
    std::vector<MjNumber> by_name_only;
    /// Drawn with a glyph that bears another number: never expected.
    std::vector<MjNumber> other_glyph;
    CoveredSet sequences;  ///< of the collection Moji_Joho
    /// Sequences whose glyph is also that of their base alone.
    std::size_t equal_to_base = 0;
};

/// `named` is the face whose glyphs bear MJ numbers as their names (IPAmj Mincho).
MjCoverage cover_mj(const FaceSet& faces, const Face& named, const MjTable& table);

/// All of JIS X 0213, the 25 characters of two code points among them.
CoveredSet cover_jis_x_0213(const FaceSet& faces);

}  // namespace madoguchi::fonts
