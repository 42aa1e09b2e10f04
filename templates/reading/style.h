// Styles and strokes of a template file (templates/SPEC.md, section 3).
#pragma once

#include <optional>
#include <vector>

#include "templates/model/element.h"
#include "templates/reading/findings.h"

namespace madoguchi::templates::reading {

/// The value of `styles`. A style that cannot be read stands with the members that can.
std::optional<std::vector<NamedStyle>> read_styles(Findings& findings, const Node& node);

/// The value of an element's `style`: a name or an object.
struct StyleReader {
    const std::vector<NamedStyle>& styles;
    std::optional<Style> operator()(Findings& findings, const Node& node) const;
};

std::optional<Stroke> read_stroke(Findings& findings, const Node& node);

}  // namespace madoguchi::templates::reading
