// A character as the engine prints it, for screens and lists of characters.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "fonts/face_set.h"

namespace madoguchi::api {

struct DrawnCharacter {
    std::string
        path;  ///< the `d` of an SVG path; a thousandth of an em, y downwards, baseline at 0
    double advance = 0;      ///< ems
    std::string face_name;   ///< PostScript name of the face that draws it
    std::string glyph_name;  ///< as the font calls it, "mj025760"; empty where it names no glyph
};

/// Ascent and descent of every picture's box, in thousandths of an em: that of Japanese fonts.
inline constexpr int picture_ascent = 880, picture_descent = 120;

/// `text` is one character. Fails with the finding that printing it would give.
Result<DrawnCharacter> draw_character(const fonts::FaceSet& faces, std::string_view text);

/// A picture of its own, black on nothing.
std::string svg_picture(const DrawnCharacter& drawn);

}  // namespace madoguchi::api
