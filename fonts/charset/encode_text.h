// The loop that every encoder shares: character by character, selectors refused.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "fonts/charset/recoder.h"

namespace madoguchi::fonts {

/// Gives `write` the next one or two code points; it writes what it can and says how many that
/// were, or nothing.
template <typename Write>
void encode_text(Recoder& recoder, const Write& write) {
    while (!recoder.at_end()) {
        const DecodedCodePoint first = decode_utf8(recoder.rest(), 0);
        const DecodedCodePoint second = decode_utf8(recoder.rest(), first.bytes);
        if (second.bytes > 0 && is_variation_selector(second.code_point)) {
            recoder.fault(CodeFault::NotInCode, first.bytes + second.bytes);
            continue;
        }
        const std::array<char32_t, 2> next = {first.code_point, second.code_point};
        const std::optional<std::size_t> written =
            write(std::u32string_view(next.data(), second.bytes > 0 ? 2 : 1));
        if (!written) {
            recoder.fault(CodeFault::NotInCode, first.bytes);
        } else {
            recoder.skip(*written == 2 ? first.bytes + second.bytes : first.bytes);
        }
    }
}

}  // namespace madoguchi::fonts
