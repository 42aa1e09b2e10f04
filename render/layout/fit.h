// How large a text can be set in its frame: 長体 (condensing), smaller type and more lines, in the
// order the template gives.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/units.h"
#include "render/layout/paragraph.h"
#include "templates/model/style.h"

namespace madoguchi::render {

/// The room a text has: along its lines and across them.
struct Room {
    Length measure, extent;
    double ruby = 0;  ///< type sizes that each line needs beside its em boxes
};

/// Characters of one line of a paragraph: those that are set, and those of them that its measure
/// holds (see LineEnd).
struct TextLine {
    std::size_t paragraph = 0, first = 0, measured = 0, end = 0;
    bool last = true;  ///< of its paragraph
};

/// By how much a text is larger than its room after everything the template allows.
struct Overflow {
    Length along, across;
    std::size_t fitting = 0;        ///< characters that have room
    std::size_t fitting_lines = 0;  ///< lines that have room
};

struct Fitted {
    Length size;
    double condense = 1;
    std::vector<TextLine> lines;
    std::optional<Overflow> overflow;
};

/// From one line to the next, in type sizes: as its style says, unless ruby needs more.
double line_pitch(const Room& room, const templates::Style& style);

/// Distance of the first line's outer edge to the last one's, ruby counted.
Length block_height(std::size_t lines, Length size, const Room& room,
                    const templates::Style& style);

/// Whether a line of letters of this size has room across.
bool has_room_for_line(Length size, const Room& room);

/// By how much the letters of one line, at least `least_width` ems wide, are condensed when that is
/// all that its style has to do, 1 when nothing is; nothing when it must do more.
std::optional<double> condense_to_fit(double least_width, const Room& room,
                                      const templates::Style& style);

/// A step changes what it may only as far as it must and hands on what it reached. When the text
/// fits at last, earlier steps give back what is no longer needed, type size first. Paragraphs get
/// their breaks when lines are wrapped.
Fitted fit(std::vector<Paragraph>& paragraphs, const Room& room, const templates::Style& style);

}  // namespace madoguchi::render
