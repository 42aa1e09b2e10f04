#include "fonts/character_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace madoguchi::fonts {

static_assert(han_script == USCRIPT_HAN);

namespace {

/// Kanji, the bulk of all text, are told by their range.
bool is_kanji(char32_t c) {
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) ||
           (c >= 0x20000 && c <= 0x2fa1f) || (c >= 0x30000 && c <= 0x323af);
}

UScriptCode own_script(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool is_default_shaped(UScriptCode script) {
    switch (script) {
        case USCRIPT_COMMON:
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_BOPOMOFO:
        case USCRIPT_LATIN:
        case USCRIPT_GREEK:
        case USCRIPT_CYRILLIC:
        case USCRIPT_UNKNOWN:  // private use
            return true;
        default:
            return false;
    }
}

}  // namespace

int script_of(char32_t c, int before) {
    if (is_kanji(c)) return USCRIPT_HAN;
    const UScriptCode script = own_script(c);
    const bool borrowed = script == USCRIPT_COMMON || script == USCRIPT_INHERITED;
    return borrowed ? before : script;
}

VerticalClass vertical_class(char32_t c) {
    if (is_kanji(c)) return VerticalClass::Upright;
    switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_VERTICAL_ORIENTATION)) {
        case U_VO_ROTATED:
            return VerticalClass::Rotated;
        case U_VO_TRANSFORMED_ROTATED:
            return VerticalClass::RotatedUnlessTransformed;
        default:
            return VerticalClass::Upright;
    }
}

bool has_plain_shaping(char32_t c) {
    constexpr char32_t fraction_slash = 0x2044;
    if (is_kanji(c) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a0 && c <= 0x30ff)) return true;
    if (c == fraction_slash || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0) {
        return false;
    }
    return is_default_shaped(own_script(c)) &&
           !u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

}  // namespace madoguchi::fonts
