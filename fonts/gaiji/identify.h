// Help with 同定: which characters of 文字情報基盤 and of installed sets a drawing looks most like.
// Only help: near is not equal, and a person decides.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "fonts/character.h"
#include "fonts/gaiji/shape_index.h"

namespace madoguchi::fonts {

struct AlikeCharacter {
    NamedCharacter character;
    const Face* face = nullptr;  ///< of the index, which outlives this
    GlyphId glyph = 0;
    /// The mean difference of the fine features, in 255ths: 0 for the same normal shape. A number
    /// to order by and not to decide by: a character drawn in 24 pixels is some 10 from its own
    /// glyph, and two characters that differ in one stroke can be 10 apart.
    double distance = 0;
};

/// The nearest first; at most `count`, at most `most_candidates`. Equal distances stand in the
/// order of the indexes and of their numbers.
std::vector<AlikeCharacter> identify(const NormalShape& shape,
                                     std::span<const std::shared_ptr<const ShapeIndex>> indexes,
                                     std::size_t count);

/// So many of the index are compared closely.
inline constexpr std::size_t most_candidates = 40;

}  // namespace madoguchi::fonts
