#include "render/pdf/syntax.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace madoguchi::render::pdf {

namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

bool is_regular(char c) {
    return c > ' ' && c <= '~' && std::string_view("#()<>[]{}/%").find(c) == std::string_view::npos;
}

/// Readers take a carriage return for a line feed, and brackets and backslashes for syntax.
bool needs_escape(unsigned char byte) {
    return byte == '(' || byte == ')' || byte == '\\' || byte == '\r';
}

char* put_literal_byte(char* at, unsigned char byte) {
    if (needs_escape(byte)) *at++ = '\\';
    *at++ = byte == '\r' ? 'r' : static_cast<char>(byte);
    return at;
}

/// Most of a page is such numbers: they are put together aside and appended at once. Takes at most
/// 25 bytes.
char* put_millipoints(char* at, MilliPoints value) {
    if (value < 0) {
        *at++ = '-';
        value = -value;
    }
    at = std::to_chars(at, at + 20, value / 1000).ptr;
    auto rest = static_cast<unsigned>(value % 1000);
    if (rest == 0) return at;
    *at++ = '.';
    *at++ = static_cast<char>('0' + rest / 100);
    rest %= 100;
    if (rest == 0) return at;
    *at++ = static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) *at++ = static_cast<char>('0' + rest % 10);
    return at;
}

/// Calls `append` for each UTF-16 unit of valid UTF-8.
template <typename Append>
void for_each_utf16(std::string_view text, Append append) {
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCodePoint next = decode_utf8(text, at);
        at += next.bytes;
        if (next.code_point < 0x10000) {
            append(next.code_point);
        } else {
            append(0xD800 + ((next.code_point - 0x10000) >> 10));
            append(0xDC00 + (next.code_point & 0x3FF));
        }
    }
}

}  // namespace

MilliPoints to_millipoints(Length length) {
    // 12,700 units to the point; halves are rounded away from zero.
    const std::int64_t tenths = length.units() * 10;
    return (tenths + (tenths < 0 ? -63 : 63)) / 127;
}

void append_integer(std::string& out, std::int64_t value) {
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out.append(digits.data(), end.ptr);
}

void append_millipoints(std::string& out, MilliPoints value) {
    std::array<char, 32> text;
    out.append(text.data(), put_millipoints(text.data(), value));
}

void append_point(std::string& out, MilliPoints x, MilliPoints y, std::string_view suffix) {
    std::array<char, 80> text;
    char* at = put_millipoints(text.data(), x);
    *at++ = ' ';
    at = put_millipoints(at, y);
    at += suffix.copy(at, 16);
    out.append(text.data(), at);
}

void append_factor(std::string& out, double value) {
    append_decimal(out, value, 6);
}

void append_name(std::string& out, std::string_view name) {
    out += '/';
    for (const char c : name) {
        if (is_regular(c)) {
            out += c;
            continue;
        }
        out += '#';
        out += hex_digits[static_cast<unsigned char>(c) >> 4];
        out += hex_digits[static_cast<unsigned char>(c) & 15];
    }
}

void append_hex_u16(std::string& out, std::uint32_t value) {
    const char digits[4] = {hex_digits[value >> 12 & 15], hex_digits[value >> 8 & 15],
                            hex_digits[value >> 4 & 15], hex_digits[value & 15]};
    out.append(digits, 4);
}

void append_literal_u16(std::string& out, std::span<const std::uint16_t> values) {
    constexpr std::size_t most = 32;
    std::array<char, most * 4> text;
    for (std::size_t first = 0; first < values.size(); first += most) {
        char* at = text.data();
        for (const std::uint16_t value :
             values.subspan(first, std::min(most, values.size() - first))) {
            at = put_literal_byte(at, static_cast<unsigned char>(value >> 8));
            at = put_literal_byte(at, static_cast<unsigned char>(value & 0xff));
        }
        out.append(text.data(), at);
    }
}

void append_utf16_hex(std::string& out, std::string_view text) {
    for_each_utf16(text, [&out](std::uint32_t unit) { append_hex_u16(out, unit); });
}

void append_text_literal(std::string& out, std::string_view text) {
    std::array<std::uint16_t, 64> units;
    std::size_t count = 0;
    const auto flush = [&] {
        append_literal_u16(out, std::span(units).first(count));
        count = 0;
    };
    out += "(\xFE\xFF";
    for_each_utf16(text, [&](std::uint32_t unit) {
        if (count == units.size()) flush();
        units[count++] = static_cast<std::uint16_t>(unit);
    });
    flush();
    out += ')';
}

void append_text_string(std::string& out, std::string_view text) {
    out += "<FEFF";
    append_utf16_hex(out, text);
    out += '>';
}

std::size_t utf16_size(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

}  // namespace madoguchi::render::pdf
