#include "templates/text_check.h"

#include <cstdint>

#include "base/utf8.h"

namespace madoguchi::templates {

namespace {

bool is_noncharacter(char32_t c) {
    return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

}  // namespace

std::optional<std::size_t> find_control_character(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<std::uint8_t>(text[i]);
        if (byte < 0x20 ? byte != '\n' : byte == 0x7f) return i;
        if (byte == 0xc2 && static_cast<std::uint8_t>(text[i + 1]) < 0xa0) return i;
        const bool may_be_noncharacter = byte == 0xef || byte >= 0xf0;
        if (may_be_noncharacter && is_noncharacter(decode_utf8(text, i).code_point)) return i;
    }
    return std::nullopt;
}

Diagnostic control_character(std::string_view text, std::size_t offset) {
    const DecodedCodePoint found = decode_utf8(text, offset);
    const std::string code_points = describe_code_points(text.substr(offset, found.bytes));
    Diagnostic finding{
        .code = "data.control-character",
        .message = {"印字できない制御文字 " + code_points + " があります。",
                    "holds the control character " + code_points + ", which cannot be printed."},
        .hints = {{"その文字を取り除いてください。", "Remove the character."}}};
    finding.origin.character = CharacterPlace{
        .text = {}, .code_points = code_points, .index = count_graphemes(text.substr(0, offset))};
    return finding;
}

}  // namespace madoguchi::templates
