#include "templates/fill/condition.h"

#include <algorithm>

namespace madoguchi::templates::fill {

namespace {

bool names(const json::Value& value, std::string_view wanted) {
    if (const bool* flag = value.boolean()) return wanted == (*flag ? "true" : "false");
    if (const json::Array* items = value.array()) {
        return std::any_of(items->begin(), items->end(),
                           [&](const json::Value& item) { return names(item, wanted); });
    }
    return !wanted.empty() && printable(&value).text == wanted;
}

bool names_any(const json::Value* value, const std::vector<std::string>& wanted) {
    return value != nullptr && std::any_of(wanted.begin(), wanted.end(),
                                           [&](const std::string& w) { return names(*value, w); });
}

}  // namespace

Result<Binding> resolve_value(std::string_view name, const Scopes& scopes) {
    Binding binding = TRY(resolve(name, scopes));
    if (binding.builtin == Builtin::None) return binding;
    const std::string quoted(name);
    return Diagnostic{.code = "template.condition-field",
                      .message = {"「" + quoted + "」はデータの項目ではありません。",
                                  "\"" + quoted + "\" is no value of the data."}};
}

bool holds(const Condition& condition, const Binding& binding, const std::vector<Frame>& frames) {
    const json::Value* value = look_up(binding, frames);
    switch (condition.test) {
        case Condition::Test::Present:
            return is_present(value);
        case Condition::Test::Absent:
            return !is_present(value);
        case Condition::Test::IsOneOf:
            return names_any(value, condition.values);
        case Condition::Test::IsNoneOf:
            return !names_any(value, condition.values);
    }
    return false;
}

bool all_hold(const std::vector<Guard>& guards, const std::vector<Frame>& frames) {
    return std::all_of(guards.begin(), guards.end(), [&](const Guard& guard) {
        return holds(*guard.condition, guard.field, frames);
    });
}

std::vector<std::size_t> selected_options(const Choice& choice, const json::Value* value) {
    std::vector<std::size_t> selected;
    if (value == nullptr) return selected;
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
        if (names(*value, choice.options[i].value)) selected.push_back(i);
    }
    return selected;
}

std::vector<std::size_t> selected_options(const Choice& choice, std::string_view printed) {
    std::vector<std::size_t> selected;
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
        if (choice.options[i].value == printed) selected.push_back(i);
    }
    return selected;
}

}  // namespace madoguchi::templates::fill
