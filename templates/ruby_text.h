// ルビ in filled texts: between the interlinear annotation characters of Unicode (23.8). Neither a
// template nor a value may hold these, so that a value's own 《》 are never taken for ruby; what
// templates write is turned into them when the form is compiled (fill/ruby.h).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::templates {

inline constexpr std::string_view ruby_base_begin = "\uFFF9";
inline constexpr std::string_view ruby_reading_begin = "\uFFFA";
inline constexpr std::string_view ruby_end = "\uFFFB";

/// Offsets are in bytes.
struct AnnotatedText {
    struct Reading {
        std::size_t begin = 0, end = 0;  ///< what it stands over, in `text`
        std::string words;
        std::size_t source_offset = 0;  ///< of the words, in the filled text
    };
    /// Bytes of `text` from `begin` on that stand together in the filled text.
    struct Piece {
        std::size_t begin = 0, source_offset = 0;
    };

    std::string text;               ///< without readings
    std::vector<Reading> readings;  ///< in their order; those without words are left out
    std::vector<Piece> pieces;

    std::size_t source_offset(std::size_t offset) const;
};

AnnotatedText read_annotations(std::string_view filled);

}  // namespace madoguchi::templates
