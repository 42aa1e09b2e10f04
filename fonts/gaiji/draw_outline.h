// Outlines as pixels, by FreeType's smooth rasteriser (non-zero winding, as PDF fills them).
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "fonts/outline.h"

namespace madoguchi::fonts {

struct OutlineBox {
    double left = 0, bottom = 0, right = 0, top = 0;
    double width() const { return right - left; }
    double height() const { return top - bottom; }
};

/// Of the curves themselves, not of their control points. Nothing for an outline without points or
/// beyond FreeType's limits.
std::optional<OutlineBox> exact_box(const Outline& outline);

/// From outline units to pixels: each point times `scale`, then moved; y upwards from the lower
/// edge.
struct Placing {
    double scale = 1;
    OutlinePoint origin;
};

/// Fills `ink` (width × height bytes, rows from the top, 0 paper, 255 ink), which holds zeros.
/// False beyond FreeType's limits.
bool draw_outline(const Outline& outline, const Placing& placing, std::size_t width,
                  std::size_t height, std::span<std::uint8_t> ink);

}  // namespace madoguchi::fonts
