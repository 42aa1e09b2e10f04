// Paragraphs to lines of a given length.
#pragma once

#include <cstddef>
#include <vector>

#include "render/layout/paragraph.h"

namespace madoguchi::render {

struct LineEnd {
    std::size_t end = 0;    ///< first character of the next line
    double width = 0;       ///< in ems, without blanks that hang behind the end
    bool too_wide = false;  ///< even a single character is wider than the line
};

/// The longest line from character `first` that is at most `measure` ems long. The paragraph's
/// breaks are prepared.
LineEnd fill_line(const Paragraph& paragraph, std::size_t first, double measure);

}  // namespace madoguchi::render
