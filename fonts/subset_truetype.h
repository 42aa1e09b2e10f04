// The subset of a glyf font: a copy of its glyphs in the order of the plan, without hints, in the
// tables that ISO 32000-2, 9.9.1 asks of a CIDFontType2 program.
#pragma once

#include "base/result.h"
#include "fonts/subset.h"

namespace madoguchi::fonts {

/// Glyph index = code. Components that composite glyphs need and the plan lacks stand behind the
/// plan's own. The plan is valid.
Result<Bytes> subset_truetype(const SubsetPlan& plan);

}  // namespace madoguchi::fonts
