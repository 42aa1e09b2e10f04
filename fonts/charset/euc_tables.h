// The two-byte sets that EUC and ISO-2022-JP share. Codes are those of EUC, with the high bits.
#pragma once

#include "fonts/charset/code_table.h"
#include "fonts/charset/codecs.h"

namespace madoguchi::fonts {

struct EucTables {
    CodeTable first;   ///< JIS X 0208, or plane 1 of JIS X 0213
    CodeTable second;  ///< JIS X 0212, or plane 2
};

const EucTables& euc_tables(EucKind kind);

}  // namespace madoguchi::fonts
