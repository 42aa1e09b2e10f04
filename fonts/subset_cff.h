// The subset of a CFF font, by hb-subset.
#pragma once

#include "base/result.h"
#include "fonts/subset.h"

namespace madoguchi::fonts {

/// A bare CFF table, as FontFile3 /CIDFontType0C holds it (ISO 32000-2, 9.9). Glyphs of a CID-keyed
/// font keep their CIDs, those of another font their numbers. The plan is valid.
Result<Bytes> subset_cff(const SubsetPlan& plan);

}  // namespace madoguchi::fonts
