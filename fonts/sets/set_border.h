// Where text comes in from, or goes out to, a system that writes the characters of a set as private
// code points of plane 16: the only place where such a code means the set's character. Inside, the
// character is its name ("&GJ000001;") and the code a tenant's own gaiji.
#pragma once

#include <string>
#include <string_view>

#include "fonts/sets/character_set.h"

namespace madoguchi::fonts {

/// The way in: each code that the set claims becomes its character's name. A claimed code that no
/// character has (of a later edition), or one with a mark or selector behind it, is a finding
/// ("character-set.unknown-code"); nothing is passed on half understood. `text` is valid UTF-8.
Result<std::string> names_from_codes(std::string_view text, const CharacterSet& set);

/// The way out: each name of the set becomes its code. A name that the set does not have is a
/// finding ("character-set.unknown-name"), and so is a tenant's gaiji under a code that the set
/// claims ("character-set.claimed-code"): the reader would take it for another character.
Result<std::string> codes_from_names(std::string_view text, const CharacterSet& set);

}  // namespace madoguchi::fonts
