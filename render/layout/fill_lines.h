// Paragraphs to lines of a given length.
#pragma once

#include <cstddef>
#include <vector>

#include "render/layout/paragraph.h"

namespace madoguchi::render {

struct LineEnd {
    std::size_t measured = 0;  ///< behind the last character that the measure must hold
    std::size_t set = 0;       ///< behind the last one that is set: a full stop may hang
    std::size_t end = 0;       ///< first character of the next line; blanks before it are not set
    double width = 0;          ///< of the measured ones, in ems as they will be set
    bool too_wide = false;     ///< even with all gaps at their least it is longer than the line
};

/// The line from character `first` that is at most `measure` ems long. The paragraph's breaks are
/// prepared.
LineEnd fill_line(const Paragraph& paragraph, std::size_t first, double measure);

/// Of the characters [first, end) in one line, gaps as they should be, and by how much they can
/// give way; the paragraph's breaks are prepared.
struct LineWidth {
    double natural = 0, give = 0;
};
LineWidth line_width(const Paragraph& paragraph, std::size_t first, std::size_t end);

}  // namespace madoguchi::render
