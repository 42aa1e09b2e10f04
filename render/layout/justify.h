// Where along its measure a line's characters stand: start, centre, end, 両端揃え, 均等割付.
#pragma once

#include <cstddef>

#include "render/layout/paragraph.h"
#include "templates/model/style.h"

namespace madoguchi::render {

/// In ems of the type size as set.
struct Spread {
    double start = 0;  ///< from the start of the measure to the first character
    double gap = 0;    ///< added at every boundary that may open
    double width = 0;  ///< of the line as it stands, gaps included
};

/// A line of characters [first, end); blanks that hang behind it are already cut off.
struct LineSpan {
    const fonts::ShapedText& text;
    std::size_t first = 0, end = 0;
};

/// `natural_width` is the line's without gaps. A line longer than its measure starts at nought, and
/// one that would be stretched apart by 両端揃え stays as it is.
Spread spread(const LineSpan& line, double natural_width, double measure, templates::Align align);

/// Whether space may be put in before character `index`: not inside Latin words and numbers, nor
/// between dashes and leaders that make one sign.
bool may_open(const fonts::ShapedText& text, std::size_t index);

}  // namespace madoguchi::render
