#include "templates/text_check.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>
#include <string>

#include "base/utf8.h"

namespace madoguchi::templates {

namespace {

bool is_control(char32_t c) {
    return (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0);
}

bool is_noncharacter(char32_t c) {
    return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

bool is_invisible(char32_t c) {
    constexpr char32_t line_separator = 0x2028, paragraph_separator = 0x2029;
    constexpr char32_t braille_blank = 0x2800;
    constexpr char32_t annotation_first = 0xfff9, annotation_last = 0xfffb;
    if (is_variation_selector(c)) return false;
    return c == line_separator || c == paragraph_separator || c == braille_blank ||
           (c >= annotation_first && c <= annotation_last) ||
           u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/// U+3040 to U+30FF and U+4000 to U+9FFF by their first bytes: the bulk of all text.
bool is_kana_or_kanji(std::string_view text, std::size_t offset) {
    const auto lead = static_cast<std::uint8_t>(text[offset]);
    if (lead >= 0xe4 && lead <= 0xe9) return true;
    if (lead != 0xe3) return false;
    const auto second = static_cast<std::uint8_t>(text[offset + 1]);
    return second >= 0x81 && second <= 0x83;
}

bool is_mark(char32_t c) {
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

std::optional<Unprintable::Kind> kind_of(char32_t c) {
    if (is_control(c)) return Unprintable::Kind::Control;
    if (is_noncharacter(c)) return Unprintable::Kind::Noncharacter;
    if (is_invisible(c)) return Unprintable::Kind::Invisible;
    return std::nullopt;
}

/// "U+00AD SOFT HYPHEN"; some code points have no name.
std::string code_point_and_name(char32_t c) {
    std::array<char, 128> name{};
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t length =
        u_charName(static_cast<UChar32>(c), U_UNICODE_CHAR_NAME, name.data(), name.size(), &status);
    const std::string code_point = describe_code_points(to_utf8(std::u32string(1, c)));
    if (U_FAILURE(status) || length == 0) return code_point;
    return code_point + ' ' + name.data();
}

}  // namespace

std::optional<Unprintable> find_unprintable(std::string_view text) {
    std::size_t base = 0;
    int marks = 0;
    const auto begin_character = [&](std::size_t offset) {
        base = offset;
        marks = 0;
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<std::uint8_t>(text[i]);
        if (byte >= 0x20 && byte < 0x7f) {
            begin_character(i);
            ++i;
            continue;
        }
        if (is_kana_or_kanji(text, i)) {
            begin_character(i);
            i += 3;
            continue;
        }
        const DecodedCodePoint decoded = decode_utf8(text, i);
        if (const auto kind = kind_of(decoded.code_point)) return Unprintable{*kind, i};
        if (!is_mark(decoded.code_point)) {
            begin_character(i);
        } else if (++marks > most_marks) {
            return Unprintable{Unprintable::Kind::Crowded, base};
        }
        i += decoded.bytes;
    }
    return std::nullopt;
}

BilingualText name_of(const Unprintable& found, std::string_view text) {
    const std::string code = code_point_and_name(decode_utf8(text, found.offset).code_point);
    switch (found.kind) {
        case Unprintable::Kind::Control:
            break;
        case Unprintable::Kind::Noncharacter:
            return {"文字に使わないと決められている符号位置（非文字）" + code,
                    "the noncharacter " + code + ", which stands for nothing"};
        case Unprintable::Kind::Invisible:
            return {"目に見えない文字 " + code, "the invisible character " + code};
        case Unprintable::Kind::Crowded:
            return {"記号が" + std::to_string(most_marks) + "個を超えて付いた文字 " + code,
                    "the character " + code + " with more than " + std::to_string(most_marks) +
                        " marks"};
    }
    return {"印字できない制御文字 " + code,
            "the control character " + code + ", which cannot be printed"};
}

namespace {

const char* code_of(Unprintable::Kind kind) {
    switch (kind) {
        case Unprintable::Kind::Control:
            return "data.control-character";
        case Unprintable::Kind::Noncharacter:
            return "data.noncharacter";
        case Unprintable::Kind::Invisible:
            return "data.invisible-character";
        case Unprintable::Kind::Crowded:
            break;
    }
    return "data.too-many-marks";
}

}  // namespace

Diagnostic unprintable(const Unprintable& found, std::string_view text) {
    const BilingualText name = name_of(found, text);
    Diagnostic finding{.code = code_of(found.kind),
                       .message = {name.ja + " があります。", "holds " + name.en + "."},
                       .hints = {{"その文字を取り除いてください。", "Remove the character."}}};
    const std::size_t bytes = decode_utf8(text, found.offset).bytes;
    finding.origin.character =
        CharacterPlace{.text = {},
                       .code_points = describe_code_points(text.substr(found.offset, bytes)),
                       .index = count_graphemes(text.substr(0, found.offset))};
    return finding;
}

}  // namespace madoguchi::templates
