// What no format changes: characters written by name, and characters that carry a mark.
#pragma once

#include <string_view>
#include <vector>

namespace madoguchi::templates::format {

/// A part of a text: one character reference ("&MJ003719;"), or what stands between two of them.
struct Piece {
    std::string_view text;
    bool is_reference = false;
};

/// The pieces in their order; together they are the text.
std::vector<Piece> split_at_references(std::string_view text);

/// A variation selector or a combining mark: with another base it would be another character.
bool is_mark(char32_t code_point);

}  // namespace madoguchi::templates::format
