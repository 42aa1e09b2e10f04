// Characters as JSON, for pages and programs.
#pragma once

#include <span>
#include <string>

#include "api/characters/facts.h"
#include "fonts/gaiji/reduce.h"
#include "fonts/gaiji/reduction_coverage.h"
#include "fonts/mj/coverage.h"
#include "templates/json/value.h"

namespace madoguchi::api {

/// Members without a value are left out. "picture" holds the path of the glyph in thousandths of an
/// em, y downwards from the baseline.
templates::json::Value describe(const CharacterFacts& facts);
templates::json::Value describe(const fonts::Reduction& reduction);
templates::json::Value describe(const fonts::CoveredSet& set);
templates::json::Value describe(const fonts::ReductionCoverage& coverage);

}  // namespace madoguchi::api
