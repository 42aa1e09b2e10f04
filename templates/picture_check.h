// Whether bytes are a picture: its structure, not its pixels, so that a broken file is noticed when
// a template is read and not when it is printed.
#pragma once

#include <optional>
#include <string_view>

#include "base/bytes.h"

namespace madoguchi::templates {

enum class PictureFault {
    Broken,    ///< no whole picture of its kind
    TooLarge,  ///< a side beyond limits::image_side, or more pixels than limits::image_pixels
};

/// Nothing for a PNG ("image/png") from its signature to its IEND chunk and for a JPEG
/// ("image/jpeg") from SOI to EOI with a frame header.
std::optional<PictureFault> find_picture_fault(ByteView bytes, std::string_view media_type);

}  // namespace madoguchi::templates
