#include "render/layout/kana_marks.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace madoguchi::render {

namespace {

/// The mark as a character of its own; 0 of what is no mark.
char32_t mark_alone(char32_t code_point) {
    constexpr char32_t voiced = 0x309b, semi_voiced = 0x309c;
    switch (code_point) {
        case 0x3099:  // combining
        case 0xff9e:  // half-width
            return voiced;
        case 0x309a:
        case 0xff9f:
            return semi_voiced;
        default:
            return 0;
    }
}

bool is_kana(char32_t code_point) {
    return code_point >= 0x3041 && code_point <= 0x30ff;
}

/// Kana and combining mark of one that has both (Unicode, canonical decomposition).
std::u32string decomposed(char32_t code_point) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString parts;
    if (U_FAILURE(status) || !is_kana(code_point) ||
        !normalizer->getDecomposition(static_cast<UChar32>(code_point), parts))
        return {code_point};
    std::u32string characters;
    for (std::int32_t i = 0; i < parts.length(); ++i)
        characters += static_cast<char32_t>(parts.charAt(i));
    return characters;
}

}  // namespace

std::string with_separate_marks(std::string_view text) {
    std::string separate;
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, at);
        at += decoded.bytes;
        for (const char32_t part : decomposed(decoded.code_point)) {
            const char32_t mark = mark_alone(part);
            append_utf8(separate, mark != 0 ? mark : part);
        }
    }
    return separate;
}

}  // namespace madoguchi::render
