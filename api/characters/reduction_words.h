// How a reduction is told, to programs and to people.
#pragma once

#include <string>
#include <string_view>

#include "fonts/gaiji/reduce.h"

namespace madoguchi::api {

/// "kept", "kept-by-list", "replaced", "no-substitute"
std::string_view outcome_word(fonts::ReductionOutcome outcome);

/// "JIS包摂規準・UCS統合規則 第1順位": who says that the one may stand for the other; empty where
/// nothing does.
std::string ground_in_japanese(const fonts::ReducedCharacter& reduced);

}  // namespace madoguchi::api
