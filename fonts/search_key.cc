#include "fonts/search_key.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace madoguchi::fonts {

namespace {

/// Full-width and half-width, letter cases and invisible characters, selectors among them (Unicode
/// 15, section 3.13: NFKC_Casefold).
std::u32string fold_widths(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
    std::string folded;
    if (U_FAILURE(status)) return to_utf32(text);
    const auto wide = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    folding->normalize(wide, status).toUTF8String(folded);
    return U_SUCCESS(status) ? to_utf32(folded) : to_utf32(text);
}

char32_t to_katakana(char32_t c) {
    return c >= U'ぁ' && c <= U'ゖ' ? c + (U'ァ' - U'ぁ') : c;
}

/// A character by name as the code point it is a shape of; what is nothing else stays itself.
std::string without_names(std::string_view text, const MjTable& table) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view name = character_reference(text, at);
        const auto number = name.empty() ? std::nullopt : parse_mj_name(name);
        const auto character = number ? table.by_number(*number) : std::nullopt;
        const std::size_t size = name.empty() ? decode_utf8(text, at).bytes : name.size() + 2;
        if (character && character->corresponding()) {
            append_utf8(out, *character->corresponding());
        } else {
            out += text.substr(at, size);
        }
        at += size;
    }
    return out;
}

}  // namespace

std::string search_key(std::string_view text, const MjTable& table) {
    std::string key;
    for (const char32_t c : fold_widths(without_names(text, table))) {
        if (u_isUWhiteSpace(static_cast<UChar32>(c)) || is_variation_selector(c)) continue;
        append_utf8(key, table.name_fold(to_katakana(c)));
    }
    return key;
}

}  // namespace madoguchi::fonts
