// Parts of the model as they stand in a template file.
#pragma once

#include <vector>

#include "templates/json/value.h"
#include "templates/model/template.h"

namespace madoguchi::templates::writing {

using Styles = std::vector<NamedStyle>;

/// Named styles, each as what differs from its base.
json::Value styles(const Styles& named);
/// A name where the style is just a named one, else an object; null where it is the default.
json::Value style(const Style& value, const Styles& named);
json::Value stroke(const Stroke& value);
json::Value condition(const Condition& value);
json::Value fields(const std::vector<Field>& values);
json::Value elements(const std::vector<Element>& values, const Styles& named);

}  // namespace madoguchi::templates::writing
