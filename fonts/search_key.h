// How people are found, never how they are printed: what is written in different ways for the same
// name becomes the same text.
#pragma once

#include <string>
#include <string_view>

#include "fonts/mj/mj_table.h"

namespace madoguchi::fonts {

/// 渡邉, 渡邊 with any selector, 渡辺 and &MJ026190; give one key; so do ｻﾄｳ, さとう and サトウ,
/// and Ａ and a. Spaces go. For valid UTF-8; the key is no text for people.
std::string search_key(std::string_view text, const MjTable& table);

}  // namespace madoguchi::fonts
