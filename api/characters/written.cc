#include "api/characters/written.h"

#include <charconv>

#include "base/utf8.h"

namespace madoguchi::api {

namespace {

bool starts_with_code(std::string_view text) {
    return text.size() > 2 && (text[0] == 'U' || text[0] == 'u') && text[1] == '+';
}

std::optional<char32_t> parse_hex(std::string_view digits) {
    std::uint32_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, value, 16);
    const bool is_scalar = value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
    if (parsed.ec != std::errc() || parsed.ptr != end || digits.size() < 4 || !is_scalar)
        return std::nullopt;
    return static_cast<char32_t>(value);
}

/// "U+8FBB+E0102" and "U+8FBB U+E0102".
std::optional<std::string> text_of_codes(std::string_view written) {
    std::string text;
    while (!written.empty()) {
        if (starts_with_code(written)) written.remove_prefix(2);
        const std::size_t end = std::min(written.find_first_of("+ "), written.size());
        const std::optional<char32_t> code_point = parse_hex(written.substr(0, end));
        if (!code_point) return std::nullopt;
        append_utf8(text, *code_point);
        written.remove_prefix(end);
        const std::size_t next = std::min(written.find_first_not_of("+ "), written.size());
        written.remove_prefix(next);
    }
    return text;
}

Diagnostic not_understood(std::string_view written) {
    const bool readable = !find_invalid_utf8(written);
    const std::string shown = readable ? "「" + std::string(written) + "」" : std::string("入力");
    Diagnostic finding{
        .code = "characters.not-understood",
        .message = {shown + "にあたる文字がありません。",
                    readable ? "\"" + std::string(written) + "\" names no character."
                             : std::string("What was given is no UTF-8.")},
        .hints = {{"文字そのもの（辻）、MJ文字図形名（MJ025760）、コードポイント（U+8FBB、"
                   "U+8FBB+E0102）のどれかで書いてください。",
                   "Write the character itself, its MJ name or its code points."}}};
    return finding;
}

bool is_gj_name(std::string_view written) {
    const std::string reference = "&" + std::string(written) + ";";
    return character_reference(reference, 0) == written && written.starts_with("GJ");
}

}  // namespace

std::optional<char32_t> parse_code_point(std::string_view text) {
    if (!starts_with_code(text)) return std::nullopt;
    return parse_hex(text.substr(2));
}

Result<std::string> text_of_written(std::string_view written, const fonts::MjTable& table) {
    if (written.empty() || find_invalid_utf8(written)) return not_understood(written);
    if (starts_with_code(written)) {
        std::optional<std::string> text = text_of_codes(written);
        if (!text) return not_understood(written);
        return std::move(*text);
    }
    if (const auto number = fonts::parse_mj_name(written)) {
        const auto character = table.by_number(*number);
        if (!character) return not_understood(written);
        return character->text();
    }
    if (is_gj_name(written)) return "&" + std::string(written) + ";";
    return std::string(written);
}

}  // namespace madoguchi::api
