// Whether bytes are a picture: its structure, not its pixels, so that a broken file is noticed when
// a template is read and not when it is printed.
#pragma once

#include <string_view>

#include "base/bytes.h"

namespace madoguchi::templates {

/// A PNG ("image/png") from its signature to its IEND chunk, or a JPEG ("image/jpeg") from SOI to
/// EOI with a frame header, each side at most limits::image_side pixels.
bool is_whole_picture(ByteView bytes, std::string_view media_type);

}  // namespace madoguchi::templates
