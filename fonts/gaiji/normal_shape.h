// A character's shape without its size and place: what two drawings of one character have in
// common, so that they can be compared.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "base/bytes.h"
#include "fonts/outline.h"

namespace madoguchi::fonts {

/// A picture of one character: a byte a pixel in rows from the top, 0 paper, 255 ink.
struct InkPicture {
    std::size_t width = 0, height = 0;
    Bytes ink;
};

/// The ink's own box, drawn so that its longer side fills the square and its shorter one stands in
/// the middle; 0 paper, 255 ink.
struct NormalShape {
    static constexpr std::size_t side = 48;
    std::array<std::uint8_t, side * side> ink{};

    std::uint8_t at(std::size_t x, std::size_t y) const { return ink[y * side + x]; }
    bool operator==(const NormalShape&) const = default;
};

/// Nothing when the picture has no ink that stands out from its paper.
std::optional<NormalShape> normal_shape(const InkPicture& picture);

/// Nothing when the outline encloses nothing, or is beyond what FreeType draws (32,767 points,
/// coordinates of 16,383 units).
std::optional<NormalShape> normal_shape(const Outline& outline);

}  // namespace madoguchi::fonts
