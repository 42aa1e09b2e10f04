// 透かし: 見本 or 複写 across a whole sheet.
#pragma once

#include <string_view>

#include "render/layout/surface.h"

namespace madoguchi::render {

/// Adds the words as hollow letters from the bottom left to the top right, above everything: what
/// stands below stays readable, and no filled box hides them. A character that no gothic face has
/// is the finding "print.watermark-character".
void add_watermark(const LayoutContext& context, std::string_view words, Sheet& sheet,
                   Diagnostics& findings);

}  // namespace madoguchi::render
