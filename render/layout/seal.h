// 印影欄: the place of a seal impression.
#pragma once

#include "render/layout/surface.h"

namespace madoguchi::render {

/// The smallest and the largest square that a seal may fill, one inside the other in the middle of
/// the frame, and the label. Guides larger than the frame are a finding.
void lay_out_seal(const Surface& surface, const templates::Seal& seal);

}  // namespace madoguchi::render
