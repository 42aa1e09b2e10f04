#include "templates/format/unchanged.h"

#include "base/utf8.h"

namespace madoguchi::templates::format {

std::vector<Piece> split_at_references(std::string_view text) {
    std::vector<Piece> pieces;
    std::size_t start = 0;
    for (std::size_t i = text.find('&'); i < text.size(); i = text.find('&', i)) {
        const std::string_view name = character_reference(text, i);
        if (name.empty()) {
            ++i;
            continue;
        }
        if (i > start) pieces.push_back({text.substr(start, i - start)});
        const std::size_t reference_bytes = name.size() + 2;
        pieces.push_back({text.substr(i, reference_bytes), true});
        i += reference_bytes;
        start = i;
    }
    if (start < text.size()) pieces.push_back({text.substr(start)});
    return pieces;
}

bool is_mark(char32_t c) {
    constexpr char32_t combining_voiced = 0x3099, combining_semi_voiced = 0x309a;
    return is_variation_selector(c) || (c >= 0x300 && c <= 0x36f) || (c >= 0x20d0 && c <= 0x20ff) ||
           c == combining_voiced || c == combining_semi_voiced;
}

}  // namespace madoguchi::templates::format
