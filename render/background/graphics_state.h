// What q saves and Q restores (ISO 32000-1, 8.4).
#pragma once

#include <memory>
#include <vector>

#include "base/geometry.h"
#include "render/background/colour_space.h"
#include "render/background/font.h"
#include "render/background/matrix.h"

namespace madoguchi::render::background {

struct Paint {
    ColourSpace space = ColourSpace::device(ColourSpace::Kind::Grey);
    Colour colour;
    bool is_pattern = false;
    double opacity = 1;
    double group_opacity = 1;  ///< of the transparency groups round it

    bool is_invisible() const { return opacity * group_opacity == 0; }
    /// The colour on white paper.
    Colour seen() const {
        const auto mix = [this](std::uint8_t channel) {
            return static_cast<std::uint8_t>(255 - (255 - channel) * opacity * group_opacity + 0.5);
        };
        return {mix(colour.red), mix(colour.green), mix(colour.blue)};
    }
};

struct TextState {
    Object font_object;  ///< none: nothing can be shown
    double size = 0, letter_spacing = 0, word_spacing = 0, stretch = 1, leading = 0, rise = 0;
    int mode = 0;
};

struct GraphicsState {
    Matrix matrix;  ///< to the page's user space
    int clip = -1;
    Paint fill, stroke;
    double line_width = 1, miter_limit = 10, dash_phase = 0;
    LineCap cap = LineCap::Butt;
    LineJoin join = LineJoin::Miter;
    std::vector<double> dashes;
    TextState text;
};

}  // namespace madoguchi::render::background
