// The rules of templates/SPEC.md that one value alone cannot break.
#pragma once

#include "base/diagnostic.h"
#include "templates/model/template.h"

namespace madoguchi::templates {

/// Every violation of rules T23 to T51 (but T39, which a model cannot break) with its pointer, in
/// the order of the template. Works on any model, read or built.
Diagnostics validate(const Template& form);

}  // namespace madoguchi::templates
