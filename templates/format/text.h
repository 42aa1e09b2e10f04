// Text on paper: postal codes, telephone numbers, full and half width.
//
// A character that carries a variation selector or a combining mark, and a character written by
// name ("&MJ003719;"), is never converted: another base would be another character.
#pragma once

#include "templates/format/input.h"

namespace madoguchi::templates::format {

/// 100-0001 from seven digits of either width, with or without 〒 and a hyphen; else a finding
/// ("format.bad-postal-code").
Result<std::string> postal_code(const Input& text);
/// 〒100-0001
Result<std::string> postal_code_with_mark(const Input& text);

/// Half-width digits; hyphens, spaces and parentheses stay as they were given. Digits alone are
/// divided where the division is the same for every subscriber: 050/060/070/080/090 (3-4-4),
/// 0120 and 0570 (4-3-3), 0800 (4-3-4), 03 and 06 (2-4-4). The length of other area codes is not
/// visible in a number; those, and what is no number at all, stay undivided.
Result<std::string> telephone(const Input& text);

/// ASCII, half-width katakana (ｶﾞ becomes ガ) and ¥ to their full-width forms.
Result<std::string> full_width(const Input& text);
/// Full-width ASCII, ￥, katakana and their punctuation to half-width forms; what has no exact
/// half-width form (平仮名, ヰ, ヶ …) stays. full_width() of the result gives the full-width text.
Result<std::string> half_width(const Input& text);
/// As half_width(), but kana stay full-width.
Result<std::string> half_width_latin(const Input& text);

/// Without spaces (of any width), tabs and line ends at both ends.
Result<std::string> trimmed(const Input& text);

}  // namespace madoguchi::templates::format
