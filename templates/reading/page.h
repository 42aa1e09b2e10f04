// Pages of a template file (templates/SPEC.md, section 5).
#pragma once

#include <optional>
#include <vector>

#include "templates/model/template.h"
#include "templates/reading/findings.h"

namespace madoguchi::templates::reading {

/// The value of `pages`.
struct PagesReader {
    const std::vector<NamedStyle>& styles;
    std::optional<std::vector<Page>> operator()(Findings& findings, const Node& node) const;
};

}  // namespace madoguchi::templates::reading
