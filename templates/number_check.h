// Whether a number is one that its field takes.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "templates/model/template.h"

namespace madoguchi::templates {

/// The finding about `text` as a value of `field`, without a place: "data.bad-number",
/// "data.too-many-decimals", "data.out-of-range".
std::optional<Diagnostic> find_number_fault(const Field& field, std::string_view text);

/// How a number is written.
BilingualText number_hint();

}  // namespace madoguchi::templates
