// 受付印: the stamp of the day on which an office took a form in.
#pragma once

#include "render/layout/surface.h"

namespace madoguchi::render {

/// A ring with two chords; the office above, the date between, a word below. What does not fit is a
/// finding, as for every text.
void lay_out_date_stamp(const Surface& surface, const templates::DateStamp& stamp);

}  // namespace madoguchi::render
