// A tenant's own characters as drawings: {"family", "glyphs": [{"code": "U+E000", "path",
// "reading", "meaning"}]}. A path is that of SVG in a square of 1000 units, y downwards.
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "fonts/face.h"

namespace madoguchi::api {

/// All that is wrong with the file comes back together, each with its place; a glyph without a
/// drawing is wrong.
Result<std::shared_ptr<const fonts::Face>> open_gaiji_drawings(const std::filesystem::path& file);

}  // namespace madoguchi::api
