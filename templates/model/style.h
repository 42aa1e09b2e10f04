// How text is set: the part of a template that says what letters look like and what happens when
// they do not fit.
#pragma once

#include <string>
#include <vector>

#include "base/geometry.h"

namespace madoguchi::templates {

enum class FontFamily { Mincho, Gothic, OcrB };
enum class Direction { Horizontal, Vertical };
/// Along the line. Justify stretches all lines but the last (両端揃え); Even spreads every line
/// over the whole measure (均等割付).
enum class Align { Start, Centre, End, Justify, Even };
/// Across the lines: where the block stands in its frame.
enum class BlockAlign { Start, Centre, End };

/// What may be done, in the template's order, to a text that does not fit its frame.
enum class FitStep {
    Condense,  ///< 長体: narrow the letters
    Shrink,    ///< smaller type
    Wrap,      ///< more lines
};

struct Fit {
    /// Tried in this order; each keeps what the one before it reached. Empty: the text must fit as
    /// it is.
    std::vector<FitStep> steps;
    double min_condense = 0.6;        ///< narrowest width ratio
    Length min_size = Length::pt(6);  ///< smallest type
    bool operator==(const Fit&) const = default;
};

struct Style {
    FontFamily font = FontFamily::Mincho;
    Length size = Length::pt(10.5);
    Direction direction = Direction::Horizontal;
    Align align = Align::Start;
    BlockAlign block_align = BlockAlign::Centre;
    double line_height = 1.2;  ///< distance of baselines in type sizes
    Length letter_spacing;
    bool western_space = true;  ///< 四分アキ between Japanese and Western letters or digits
    bool hanging = false;   ///< ぶら下げ: a full stop or comma may stand behind a line's end
    int tate_chu_yoko = 2;  ///< 縦中横: most half-width digits set upright in a vertical line
    Colour colour;
    Fit fit;
    /// The named style it was made from, whose name the writer needs; every other member is already
    /// what holds. Empty: made from the defaults.
    std::string base;
    bool operator==(const Style&) const = default;
};

/// A style that texts and later styles name.
struct NamedStyle {
    std::string name;
    Style style;
};

}  // namespace madoguchi::templates
