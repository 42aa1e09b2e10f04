// Pictures of a foreign page as PNG or JPEG (ISO 32000-1, 8.9).
#pragma once

#include <cstdint>
#include <vector>

#include "render/background/colour_space.h"
#include "templates/model/drawing.h"

namespace madoguchi::render::background {

struct ReadPicture {
    templates::DrawnPicture::Format format = templates::DrawnPicture::Format::Png;
    std::vector<std::uint8_t> bytes;
};

/// `object` is an image XObject, or what an inline image says, whose bytes are `data`. A stencil is
/// painted in `paint`. Throws Refusal on filters and masks that are not read.
ReadPicture read_picture(const Object& object, const Object& named_spaces, Colour paint);
ReadPicture read_inline_picture(const Object& dictionary, std::string data,
                                const Object& named_spaces, Colour paint);

}  // namespace madoguchi::render::background
