// One line of shaped characters to glyph runs at their places.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "render/frame/frame.h"
#include "render/layout/justify.h"
#include "render/layout/paragraph.h"

namespace madoguchi::render {

/// How the letters of a line look. `condense` scales them along the line: 長体 in horizontal lines,
/// 平体 (flat letters) in vertical ones.
struct LetterStyle {
    Length size;
    double condense = 1;
    Colour colour;
    ElementIndex element = no_element;
};

struct GlyphLine {
    const Paragraph& paragraph;
    std::size_t first = 0, end = 0;
    GapSetting gaps;
    /// Horizontal: left end of the baseline. Vertical: upper end of the centre line.
    Point origin;

    /// The way of the pen from character `index` to the next, in ems of letters not condensed.
    double step(std::size_t index) const {
        double way = paragraph.shaped.characters[index].advance + paragraph.spacing;
        if (index + 1 < paragraph.size()) way += gaps.width(paragraph.gap(index + 1));
        return way;
    }
};

/// Ems between two letters from which on a reader of text may see a word space; extraction takes a
/// tenth of an em for one.
inline constexpr double readable_gap = 0.07;

/// Appends the line's items: one run per face where characters stand close; a group whose actual
/// text is the line where extraction would not read its glyphs as one string.
void place_line(const GlyphLine& line, const LetterStyle& letters, std::vector<Item>& items);

/// Appends the first characters of a horizontal text, each with the left end of its baseline at its
/// own place; one run per face.
void place_apart(const Paragraph& text, std::span<const Point> places, const LetterStyle& letters,
                 std::vector<Item>& items);

/// Distance in ems of the centre of the em box above the baseline, for all faces of one chain:
/// taken from its first text face, so that faces mixed in a line share one baseline.
double centre_above_baseline(const fonts::FaceSet& faces);

}  // namespace madoguchi::render
