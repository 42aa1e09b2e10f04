// Where something on a page, or a finding about it, comes from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace madoguchi {

/// A place in a text file that was read. Line and column count from 1; the column counts characters
/// (code points), offset counts bytes from 0. Line 0 means the file as a whole.
struct SourcePlace {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::size_t offset = 0;
    bool operator==(const SourcePlace&) const = default;
};

/// One character inside a value: `index` counts grapheme clusters from 0, `code_points` reads
/// "U+9089 U+E010F".
struct CharacterPlace {
    std::string text;
    std::string code_points;
    std::size_t index = 0;
    bool operator==(const CharacterPlace&) const = default;
};

/// Every part may be empty: an origin says as much as is known.
struct Origin {
    std::string template_pointer;  ///< JSON Pointer (RFC 6901) into the template,
                                   ///< "/pages/0/elements/3/text"
    std::string element_id;
    std::string data_pointer;  ///< JSON Pointer into the data, "/異動者/0/氏名"
    std::optional<CharacterPlace> character;
    std::optional<SourcePlace> source;
    bool operator==(const Origin&) const = default;
};

}  // namespace madoguchi
