// The model to a template file: the inverse of read.h.
#pragma once

#include <string>

#include "templates/model/template.h"

namespace madoguchi::templates {

/// Indented JSON; read_template() of it gives an equal template, and writing that again gives the
/// same bytes.
std::string write_template(const Template& form);

}  // namespace madoguchi::templates
