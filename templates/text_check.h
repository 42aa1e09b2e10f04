// Characters that no text on paper can hold.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/diagnostic.h"

namespace madoguchi::templates {

/// The byte offset of the first control character (C0 but line feed, DEL, C1) or noncharacter
/// (U+FFFE, U+FFFF of every plane, U+FDD0 to U+FDEF) of valid UTF-8.
std::optional<std::size_t> find_control_character(std::string_view text);

/// The finding "data.control-character" for the one at `offset`; its sentences lack their subject.
Diagnostic control_character(std::string_view text, std::size_t offset);

}  // namespace madoguchi::templates
