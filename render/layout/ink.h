// 手書きの署名: what a pen did on a tablet becomes a smooth drawing in its field.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/frame/frame.h"

namespace madoguchi::render {

/// Where the pen was: shares of the field's width and height from its top left corner.
struct InkPoint {
    double x = 0, y = 0;
    double time = 0;      ///< milliseconds since the first point
    double pressure = 0;  ///< 0 to 1
};
using InkStroke = std::vector<InkPoint>;

struct Ink {
    std::string element;    ///< id of the field in the template, not in a row
    std::size_t sheet = 1;  ///< of the document, from 1
    std::vector<InkStroke> strokes;
};

/// The strokes as one filled path, clipped to the field: each as wide as the pen was pressed
/// (0.25 to 0.9 mm), its sides Catmull-Rom splines through the captured points, its ends round.
Group ink_drawing(const Ink& ink, const Rect& field);

}  // namespace madoguchi::render
