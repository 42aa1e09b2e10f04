// Conditions and the layers that have one (templates/SPEC.md, sections 5 and 6).
#pragma once

#include <optional>
#include <vector>

#include "templates/model/template.h"
#include "templates/reading/findings.h"
#include "templates/reading/values.h"

namespace madoguchi::templates::reading {

std::optional<Condition> read_condition(Findings& findings, const Node& node);
std::optional<std::vector<Layer>> read_layers(Findings& findings, const Node& node);

}  // namespace madoguchi::templates::reading
