// "Did you mean …?" for names of fields and formats.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace madoguchi::templates {

/// The candidate that differs least from `name` by characters put in, taken out, replaced or
/// swapped; nothing when none is near (at most a third of the longer name, at least one character).
/// Of equally near ones the first.
std::optional<std::string_view> similar_name(std::string_view name,
                                             std::span<const std::string_view> candidates);

}  // namespace madoguchi::templates
