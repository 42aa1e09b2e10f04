// The list of a character set: UTF-8, one character a line, six fields between tabs.
//
//     名前      符号位置   読み        部首  画数  代替
//     GJ000001  U+10DE92   まど,そう   116   16    MJ019482,MJ019483
//
// The first line is this very heading. 名前 and 符号位置 are needed, the others may be empty; what
// is several is divided by commas. 代替 names characters of 文字情報基盤, the preferred first. A
// byte order mark before the heading and CR LF at line ends are taken as Windows writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fonts/sets/character_set.h"

namespace madoguchi::fonts {

/// Every line that is wrong is a finding ("character-set.…") with its number; after the first
/// thousand their number is told. Names and codes that occur twice, and codes that are not of plane
/// 16 or not among those that the description agrees on, are wrong; so is a substitute that `list`
/// lacks (without a list, its form alone is looked at).
Result<std::vector<SetCharacter>> read_set_list(std::string_view text, const std::string& file,
                                                const SetDescription& description,
                                                const MjTable* list = nullptr);

}  // namespace madoguchi::fonts
