// UTF-8 and UTF-16 (Unicode 15, sections 3.9 and 3.10).
#include "fonts/charset/codecs.h"

namespace madoguchi::fonts {

namespace {

bool is_high_surrogate(char32_t unit) {
    return unit >= 0xd800 && unit < 0xdc00;
}
bool is_low_surrogate(char32_t unit) {
    return unit >= 0xdc00 && unit < 0xe000;
}

/// Whether the text is the beginning of what could be one longer code (table 3-6).
bool is_cut(std::string_view text) {
    const auto lead = static_cast<std::uint8_t>(text[0]);
    const std::size_t needed = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
    return text.size() < needed;
}

}  // namespace

void decode_utf8_text(Recoder& recoder) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (!recoder.state().begun && recoder.rest().starts_with(byte_order_mark))
        recoder.skip(byte_order_mark.size());
    while (!recoder.at_end()) {
        const std::size_t sound = find_invalid_utf8(recoder.rest()).value_or(recoder.left());
        recoder.write(recoder.rest().substr(0, sound));
        recoder.skip(sound);
        if (recoder.at_end()) break;
        if (!recoder.is_last() && is_cut(recoder.rest())) {
            recoder.truncated(recoder.left());
        } else {
            recoder.fault(CodeFault::Unmapped, 1);
        }
    }
}

void decode_utf16(Recoder& recoder, ByteOrder order) {
    const auto unit = [&](std::size_t ahead) -> char32_t {
        const std::uint16_t pair = recoder.pair(ahead);
        if (order == ByteOrder::BigEndian) return pair;
        return static_cast<std::uint16_t>(pair << 8 | pair >> 8);
    };
    if (!recoder.state().begun && recoder.left() >= 2 && unit(0) == 0xfeff) recoder.skip(2);
    while (!recoder.at_end()) {
        if (recoder.left() < 2) {
            recoder.truncated(1);
            break;
        }
        const char32_t first = unit(0);
        // The byte order mark of the other order: read in this one, all would be other characters.
        if (first == 0xfffe) {
            recoder.fault(CodeFault::Unmapped, 2);
            continue;
        }
        if (!is_high_surrogate(first) && !is_low_surrogate(first)) {
            recoder.take(2, {&first, 1});
        } else if (is_high_surrogate(first) && recoder.left() < 4) {
            recoder.truncated(recoder.left());
        } else if (is_high_surrogate(first) && is_low_surrogate(unit(2))) {
            const char32_t whole = 0x10000 + ((first - 0xd800) << 10 | (unit(2) - 0xdc00));
            recoder.take(4, {&whole, 1});
        } else {
            recoder.fault(CodeFault::Unmapped, 2);
        }
    }
}

void encode_utf16(Recoder& recoder, ByteOrder order) {
    const auto write = [&](char32_t unit) {
        const auto value = static_cast<std::uint16_t>(unit);
        const auto swapped = static_cast<std::uint16_t>(value << 8 | value >> 8);
        recoder.write_code(order == ByteOrder::BigEndian ? value : swapped, 2);
    };
    while (!recoder.at_end()) {
        const DecodedCodePoint next = decode_utf8(recoder.rest(), 0);
        if (next.code_point < 0x10000) {
            write(next.code_point);
        } else {
            write(0xd800 + ((next.code_point - 0x10000) >> 10));
            write(0xdc00 + ((next.code_point - 0x10000) & 0x3ff));
        }
        recoder.skip(next.bytes);
    }
}

}  // namespace madoguchi::fonts
