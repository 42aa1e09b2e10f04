// Where Unicode's rules let a line of Japanese text end.
#pragma once

#include <vector>

#include "render/layout/paragraph.h"

namespace madoguchi::render {

/// One entry a character: what UAX #14 says about a line end before it. The first is Never.
std::vector<BreakPoint> find_line_breaks(const fonts::ShapedText& text);

}  // namespace madoguchi::render
