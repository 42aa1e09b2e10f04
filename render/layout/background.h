// 下敷き: an imported page as items.
#pragma once

#include "render/layout/surface.h"

namespace madoguchi::render {

void lay_out_background(const Surface& surface, const templates::Background& background);

}  // namespace madoguchi::render
