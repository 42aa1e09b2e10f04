// Whether values agree with what a template declares.
//
// A member that is null, and an empty text, date or code, counts as absent. No finding quotes a
// value, nor the name of a member that the template does not declare: a wrong name may be a
// person's.
#pragma once

#include <cstddef>
#include <vector>

#include "base/diagnostic.h"
#include "templates/json/value.h"
#include "templates/model/template.h"

namespace madoguchi::templates {

/// After so many errors, and after so many warnings, a last one ("data.too-many-findings") says
/// that there are more; it has no place.
inline constexpr std::size_t finding_limit = 100;
inline constexpr std::size_t no_offset = static_cast<std::size_t>(-1);

/// A finding and where in its source the value stands that it is about (json::Value::offset).
struct ValueFinding {
    Diagnostic finding;
    std::size_t offset = 0;
};

/// Every disagreement between `root` and the fields of `form`. Findings have their data pointer but
/// no line and column.
std::vector<ValueFinding> check_values(const Template& form, const json::Value& root);

}  // namespace madoguchi::templates
