// The model to a template file: the inverse of read.h.
#pragma once

#include <string>

#include "templates/model/template.h"

namespace madoguchi::templates {

/// Indented JSON; read_template() of it gives an equal template, and writing that again gives the
/// same bytes. That holds for a valid template whose lengths lie on the grid of the file (0.01 mm,
/// 0.01 pt, ratios of 0.01), as those of every template that was read do.
std::string write_template(const Template& form);

/// One element that uses no named style, compactly.
std::string write_element(const Element& element);

}  // namespace madoguchi::templates
