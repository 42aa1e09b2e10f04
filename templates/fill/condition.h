// Conditions of elements and the marks of choices.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "templates/fill/binding.h"
#include "templates/fill/values.h"
#include "templates/model/element.h"

namespace madoguchi::templates::fill {

/// Findings "template.unknown-field" … and "template.condition-field", without a place.
Result<Binding> resolve_value(std::string_view name, const Scopes& scopes);

/// A condition of an element or of its layer, and its field.
struct Guard {
    const Condition* condition = nullptr;
    Binding field;
};

/// `binding` is the condition's field, resolved. An absent value is none of any values.
bool holds(const Condition& condition, const Binding& binding, const std::vector<Frame>& frames);

bool all_hold(const std::vector<Guard>& guards, const std::vector<Frame>& frames);

/// Indices of the options that the value names: itself, or its items. true and false are named so.
std::vector<std::size_t> selected_options(const Choice& choice, const json::Value* value);
/// The same for a value that a format has printed.
std::vector<std::size_t> selected_options(const Choice& choice, std::string_view printed);

}  // namespace madoguchi::templates::fill
