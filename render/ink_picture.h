// A picture file of one character as ink on paper.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "fonts/gaiji/normal_shape.h"

namespace madoguchi::render {

/// A PNG of at most templates::limits::image_pixels, whatever its colours: dark is ink, transparent
/// is paper. Findings "picture.broken", "picture.too-large". The memory it takes is two bytes a
/// pixel.
Result<fonts::InkPicture> read_ink_picture(ByteView png);

}  // namespace madoguchi::render
