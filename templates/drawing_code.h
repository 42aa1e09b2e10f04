// A drawing as a template keeps it: lines of text, compressed.
//
// Before compression:
//     drawing 1 <width> <height>
//     clip <outside> <rule> <path>
//     fill <clip> <rrggbb> <rule> <path>
//     line <clip> <rrggbb> <width> <cap> <join> <miter> <phase> <dashes> <dash>… <path>
//     picture <clip> <png|jpeg> <origin> <across> <down> <base64>
// Lengths are whole numbers of 1/3,000 mm; a path is M x y, L x y, C x y x y x y, Z, each point
// counted from the one before; rule, cap and join are the numbers of base/geometry.h; miter is in
// hundredths.
#pragma once

#include <cstddef>
#include <optional>

#include "base/bytes.h"
#include "templates/model/drawing.h"

namespace madoguchi::templates {

/// Each length is rounded to the grid; what is filled and stroked becomes two marks.
Bytes encode_drawing(const Drawing& drawing);

/// Nothing when the bytes are not a whole drawing; they may come from anybody. At most
/// limits::drawing_text bytes of text are unpacked.
std::optional<Drawing> decode_drawing(ByteView bytes);

}  // namespace madoguchi::templates
