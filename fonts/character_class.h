// What Unicode says about a character that shaping asks for every one.
#pragma once

namespace madoguchi::fonts {

/// ICU's UScriptCode of Han, in which a text without letters is shaped.
inline constexpr int han_script = 17;

/// 〓, which stands for a missing character.
inline constexpr char32_t geta_code_point = 0x3013;

/// The script (UScriptCode) under which a character is shaped; one that has none of its own (UAX
/// #24: Common, Inherited) takes the script `before` it.
int script_of(char32_t code_point, int before);

/// UAX #50: U and Tu, R, Tr.
enum class VerticalClass { Upright, Rotated, RotatedUnlessTransformed };
VerticalClass vertical_class(char32_t code_point);

/// Whether HarfBuzz does nothing to the character but what the font's features say: no mark, not
/// invisible, no fraction slash, and of a script that its default shaper serves.
bool has_plain_shaping(char32_t code_point);

}  // namespace madoguchi::fonts
