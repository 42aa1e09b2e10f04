// The places of JIS X 0213:2004 and the characters at them.
#pragma once

#include <string_view>

#include "fonts/mj/mj_character.h"

namespace madoguchi::fonts {

/// One code point, or two (か゚); empty for a place that holds nothing.
std::u32string_view jis_x_0213_text(JisPosition position);

}  // namespace madoguchi::fonts
