// 満年齢: a year more on each birthday; of those born on a 29 February on 1 March of a year that
// has none. (年齢計算ニ関スル法律 lets the year be full at the end of the day before: the same
// number on every day but that one, which forms do not count.)
#pragma once

#include <optional>

#include "templates/format/date.h"

namespace madoguchi::templates::computing {

/// Full years on `day`, negative before the birth; nothing when a part that is not known decides.
std::optional<int> age_between(const format::PartialDate& birth, const format::PartialDate& day);

}  // namespace madoguchi::templates::computing
