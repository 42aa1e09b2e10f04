// Template files (*.form.json) to the model and back.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "templates/model/template.h"

namespace madoguchi::templates {

/// Reads and validates one template; every violation of the rules in templates/SPEC.md is a finding
/// with its rule number, pointer, line and column, and all come back together.
Result<Template> read_template(std::string_view source, std::string name);

}  // namespace madoguchi::templates
