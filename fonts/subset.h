// The part of a font that a document embeds: first a plan that can be printed, cached and tested,
// then the bytes.
#pragma once

#include <cstdint>
#include <vector>

#include "fonts/face.h"

namespace madoguchi::fonts {

/// glyphs[code] is the face's glyph for the character code `code` of the subset; glyphs[0] is
/// .notdef and never shown. A glyph may stand under several codes when it stands for several texts
/// (TrueType only). For CFF faces codes are fixed by the font: code_of() gives the glyph's CID, or
/// in a font without CIDs the glyph's own number, which its subset keeps (ISO 32000-2, 9.7.4.2).
struct SubsetPlan {
    const Face* face = nullptr;
    std::vector<GlyphId> glyphs = {0};
    /// A glyph that advances further than the face has it: a blank stands behind it. TrueType only.
    struct Blank {
        std::size_t code = 0;
        std::uint16_t units = 0;  ///< of the face's em
    };
    std::vector<Blank> blanks;
};

enum class ProgramFormat {
    TrueType,  ///< an sfnt; glyph index = code
    Cff,       ///< a bare CFF table; CID = code
};

struct FontProgram {
    ProgramFormat format = ProgramFormat::TrueType;
    Bytes bytes;
};

/// The code under which a content stream shows the glyph that the plan holds at `index`.
std::uint16_t code_of(const SubsetPlan& plan, std::size_t index);

/// TrueType faces by our own copy of loca and glyf (no hints; 65,535 codes at most), CFF faces by
/// hb-subset. Fails when the font's tables contradict themselves.
Result<FontProgram> subset(const SubsetPlan& plan);

}  // namespace madoguchi::fonts
