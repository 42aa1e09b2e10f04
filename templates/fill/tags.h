// The tags of a Mustache text, found once, so that each can be checked and renamed before the text
// goes to the library.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace madoguchi::templates::fill {

struct Token {
    enum class Kind {
        Literal,
        Variable,       ///< {{name}}, {{{name}}}, {{&name}}: all print the value as it is
        SectionBegin,   ///< {{#name}}
        InvertedBegin,  ///< {{^name}}
        SectionEnd,     ///< {{/name}}
    } kind = Kind::Literal;
    std::string_view text;  ///< of a literal; or the name with its formats, without outer spaces
};

struct ScannedText {
    std::vector<Token> tokens;  ///< without comments; tokens point into the source
    Diagnostics findings;       ///< without a place
};

/// Refuses what a form has no use for: partials, other delimiters, tags that do not end, empty
/// tags, sections that do not match or nest deeper than `deepest_section`.
inline constexpr std::size_t deepest_section = 16;
ScannedText scan_tags(std::string_view source);

/// `text` without ASCII and full-width spaces at both ends.
std::string_view without_outer_spaces(std::string_view text);

}  // namespace madoguchi::templates::fill
