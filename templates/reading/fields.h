// The declared data of a template file (templates/SPEC.md, section 4).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "templates/model/template.h"
#include "templates/reading/findings.h"
#include "templates/reading/values.h"

namespace madoguchi::templates::reading {

/// The value of `fields`, of the form (depth 1) or of a list or group.
struct FieldsReader {
    limits::Range range;
    std::size_t depth = 1;
    std::optional<std::vector<Field>> operator()(Findings& findings, const Node& node) const;
};

}  // namespace madoguchi::templates::reading
