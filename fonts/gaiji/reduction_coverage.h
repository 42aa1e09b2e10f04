// What becomes of every character of 文字情報基盤 in a target that holds fewer.
#pragma once

#include <cstddef>
#include <vector>

#include "fonts/charset/repertoire.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::fonts {

struct ReductionCoverage {
    std::size_t total = 0;
    std::size_t kept = 0;                ///< as the very shape
    std::vector<MjNumber> kept_by_list;  ///< at a place where another character stands
    std::size_t replaced = 0;
    std::size_t unified = 0;  ///< of the replaced: at a place that JIS X 0213 unifies (包摂区分 2)
    std::size_t no_substitute = 0;
    /// How many characters MJ縮退マップ, or their own place, gives so many candidates.
    std::size_t no_candidate = 0, one_candidate = 0, several_candidates = 0;
};

/// Without a tenant's choices.
ReductionCoverage cover_reduction(const Repertoire& target, const MjTable& table);

}  // namespace madoguchi::fonts
