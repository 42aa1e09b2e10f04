// Pictures: a municipality's emblem, a printed seal.
#pragma once

#include <optional>

#include "base/bytes.h"
#include "render/layout/surface.h"

namespace madoguchi::render {

struct PixelSize {
    std::uint32_t width = 0, height = 0;
};

/// From a PNG's IHDR or a JPEG's frame header; nothing when there is none.
std::optional<PixelSize> pixel_size(ByteView bytes);

/// The picture stands in the middle of its frame, as large as its proportions allow.
void lay_out_picture(const Surface& surface, const templates::Image& image);

}  // namespace madoguchi::render
