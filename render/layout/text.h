// An element of kind Text.
#pragma once

#include "render/layout/surface.h"

namespace madoguchi::render {

/// Its characters, and with ruby their readings. A reading over nothing and one that holds a line
/// feed are findings "layout.ruby"; what does not fit or has no glyph is one too.
void lay_out_text(const Surface& surface, const templates::Text& text);

}  // namespace madoguchi::render
