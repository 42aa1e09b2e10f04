// Numbers that follow from other values of the data: sums, counts, ages.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "templates/fill/binding.h"
#include "templates/json/value.h"
#include "templates/model/template.h"

namespace madoguchi::templates {

/// A computation whose names are resolved.
struct ResolvedComputation {
    fill::Binding of;                  ///< the list, or the day of birth
    const Field* summand = nullptr;    ///< of a sum: the number in each item
    std::optional<fill::Binding> day;  ///< of an age
};

inline constexpr std::string_view computation_code = "template.computation";

/// `scopes` are those of the computed field's own surroundings. Findings as of names in tags, and
/// "template.computation" when a name is of the wrong type, or a sum in a list is over a list
/// outside.
Result<ResolvedComputation> resolve(const Computation& computation, const fill::Scopes& scopes);

/// Adds every computed number to data that agree with their template; inner ones first, so that
/// a sum may be over computed numbers. Findings name their data pointer: "data.sum-too-long" (more
/// than 18 digits), "data.age-before-birth".
Diagnostics add_computed(const Template& form, json::Value& root);

}  // namespace madoguchi::templates
