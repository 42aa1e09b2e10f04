#include "render/pdf/syntax.h"

#include <array>
#include <charconv>

#include "base/utf8.h"

namespace madoguchi::render::pdf {

namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

bool is_regular(char c) {
    return c > ' ' && c <= '~' && std::string_view("#()<>[]{}/%").find(c) == std::string_view::npos;
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
    // Most of a page is such numbers: they are put together aside and appended at once.
    std::array<char, 32> text;
    char* at = text.data();
    if (value < 0) {
        *at++ = '-';
        value = -value;
    }
    at = std::to_chars(at, text.data() + text.size(), value / 1000).ptr;
    if (auto rest = static_cast<unsigned>(value % 1000); rest != 0) {
        *at++ = '.';
        for (unsigned place = 100; rest != 0; place /= 10) {
            *at++ = static_cast<char>('0' + rest / place);
            rest %= place;
        }
    }
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

void append_utf16_hex(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCodePoint next = decode_utf8(text, at);
        at += next.bytes;
        if (next.code_point < 0x10000) {
            append_hex_u16(out, next.code_point);
        } else {
            append_hex_u16(out, 0xD800 + ((next.code_point - 0x10000) >> 10));
            append_hex_u16(out, 0xDC00 + (next.code_point & 0x3FF));
        }
    }
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
