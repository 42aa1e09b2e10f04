#include "render/svg/xml.h"

#include <array>
#include <charconv>

#include "base/utf8.h"

namespace madoguchi::render::svg {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// XML 1.0 (5th edition), production 2: Char.
bool is_xml_character(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c != 0xFFFE && c != 0xFFFF;
}

void append_escaped_character(std::string& out, char32_t c, std::string_view bytes) {
    switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        // A parser turns the bare characters into spaces (XML 1.0, section 3.3.3).
        case '\t':
            out += "&#9;";
            break;
        case '\n':
            out += "&#10;";
            break;
        case '\r':
            out += "&#13;";
            break;
        default:
            out += is_xml_character(c) ? bytes : replacement;
    }
}

// XML 1.0, production 4a: NameChar, without the colon and without what append_name() gives a
// meaning to.
bool is_plain_name_character(char32_t c) {
    if (c < 0x80) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    }
    return c == 0xB7 || (c >= 0xC0 && c <= 0x37D && c != 0xD7 && c != 0xF7) ||
           (c >= 0x37F && c <= 0x1FFF) || (c >= 0x2070 && c <= 0x218F) ||
           (c >= 0x2C00 && c <= 0x2FEF) || (c >= 0x3001 && c <= 0xD7FF) ||
           (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFFD) ||
           (c >= 0x10000 && c <= 0xEFFFF);
}

void append_name_character(std::string& out, char32_t c, std::string_view bytes) {
    if (is_plain_name_character(c)) {
        out += bytes;
    } else if (c == '/') {
        out += '.';
    } else if (c == '_') {
        out += "__";
    } else {
        std::array<char, 8> hex;
        const auto end =
            std::to_chars(hex.data(), hex.data() + hex.size(), static_cast<std::uint32_t>(c), 16);
        out += '_';
        out.append(hex.data(), end.ptr);
        out += '_';
    }
}

// Calls append(out, code point, its bytes) for each character; a byte that is not UTF-8 counts as
// U+FFFD.
template <typename Append>
void for_each_character(std::string& out, std::string_view text, Append append) {
    while (!text.empty()) {
        const std::size_t valid = find_invalid_utf8(text).value_or(text.size());
        for (std::size_t offset = 0; offset < valid;) {
            const DecodedCodePoint decoded = decode_utf8(text, offset);
            append(out, decoded.code_point, text.substr(offset, decoded.bytes));
            offset += decoded.bytes;
        }
        if (valid == text.size()) return;
        append(out, U'\uFFFD', replacement);
        text.remove_prefix(valid + 1);
    }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    for_each_character(out, text, append_escaped_character);
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_escaped(out, value);
    out += '"';
}

void append_name(std::string& out, std::string_view id) {
    for_each_character(out, id, append_name_character);
}

}  // namespace madoguchi::render::svg
