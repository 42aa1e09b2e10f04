// Full-width and half-width forms of characters (Unicode 15, block Halfwidth and Fullwidth Forms).
#pragma once

#include <string>
#include <string_view>

namespace madoguchi::templates::format {

enum class Kana { Convert, Keep };

std::string to_full_width(std::string_view text);
std::string to_half_width(std::string_view text, Kana kana);

}  // namespace madoguchi::templates::format
