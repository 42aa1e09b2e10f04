// Whether a font draws exactly the characters of a list.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "fonts/sets/character_set.h"

namespace madoguchi::fonts {

/// A finding for each character without a glyph of its name or with an empty one, for each glyph of
/// the prefix that is no listed character, for a name that two glyphs bear, and for a font that
/// forbids embedding. Names in the font may be in capitals or not.
Diagnostics check_set_font(const Face& face, std::string_view prefix,
                           std::span<const SetCharacter> characters, const std::string& font_name);

}  // namespace madoguchi::fonts
