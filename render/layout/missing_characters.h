// Characters that no face can show exactly: said, never hidden.
#pragma once

#include <cstddef>
#include <functional>

#include "fonts/shape.h"
#include "render/layout/surface.h"

namespace madoguchi::render {

/// Adds a finding for each missing character: an error under the template's policy Stop, a warning
/// under Mark, where 〓 is printed. `first_character` is the index of the text's first character in
/// its value. A text without end of such characters is cut short by one last finding.
void report_missing(const Surface& surface, const fonts::ShapedText& text,
                    std::size_t first_character);

/// `place_of` answers for a character's index in `text` that in the element's filled text.
void report_missing(const Surface& surface, const fonts::ShapedText& text,
                    const std::function<std::size_t(std::size_t)>& place_of);

}  // namespace madoguchi::render
