// Text to glyphs, every character in its exact shape, horizontal and vertical.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/face_set.h"

namespace madoguchi::fonts {

enum class WritingDirection { Horizontal, Vertical };

/// How a character stands in a vertical line (UAX #50 and what the face's `vert` feature covers).
enum class Orientation {
    Upright,
    Sideways,  ///< turned 90° clockwise; its advance is a horizontal one
};

/// Distances are in ems of the type size; x to the right, y upwards. A glyph's origin is the left
/// end of its baseline, in vertical lines too.
struct ShapedGlyph {
    GlyphId glyph = 0;
    double x = 0, y = 0;  ///< of the origin, from the pen at the start of its character
    double advance = 0;
};

/// One character that people see.
struct ShapedCharacter {
    std::size_t offset = 0, size = 0;  ///< bytes in ShapedText::text
    char32_t code_point = 0;           ///< the first; 0 of a character by name and of a missing one
    const Face* face = nullptr;  ///< null only for a missing character where no face has even 〓
    std::size_t first_glyph = 0, glyph_count = 0;
    double advance = 0;  ///< along the line, in ems
    Orientation orientation = Orientation::Upright;
    bool missing = false;  ///< stands for a character that no face has: its glyph is 〓
};

struct MissingCharacter {
    std::size_t character = 0;  ///< index into ShapedText::characters
    MissingReason reason = MissingReason::NoGlyph;
};

struct ShapedText {
    std::string text;
    WritingDirection direction = WritingDirection::Horizontal;
    std::vector<ShapedCharacter> characters;
    std::vector<ShapedGlyph> glyphs;
    std::vector<MissingCharacter> missing;
};

/// Shapes one line or paragraph (no line feeds) of valid UTF-8. Never fails: what no face can show
/// is listed in `missing` and stands as 〓, so that one call reports every such character. In a
/// horizontal line the pen moves right along the baseline. In a vertical line it moves down the
/// centre line: an upright glyph's (x, y) leads from the pen to its own horizontal origin; a
/// sideways character is laid out as in a horizontal line, in coordinates turned 90° clockwise
/// about the pen: its y already holds the distance from the centre line to the baseline, which is
/// such that the middle of the face's ascent and descent stands on the centre line.
ShapedText shape(const FaceSet& faces, std::string text, WritingDirection direction);

/// Why a character is missing, as a finding (code "character.no-glyph", "character.no-sequence",
/// …). The origin names the character; the caller adds element and data pointer.
Diagnostic explain_missing(const ShapedText& text, const MissingCharacter& missing,
                           Severity severity);

}  // namespace madoguchi::fonts
