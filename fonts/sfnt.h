// The container of TrueType and OpenType fonts (OpenType, "Organization of an OpenType Font").
#pragma once

#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace madoguchi::fonts {

struct SfntTable {
    std::string_view tag;  ///< four letters
    Bytes bytes;
};

/// A TrueType font of these tables, in order of their tags, with its checksums; `head` among them
/// gets its checkSumAdjustment. A font with a table "CFF " bears the mark of OpenType ("OTTO").
Bytes write_sfnt(std::vector<SfntTable> tables);

}  // namespace madoguchi::fonts
