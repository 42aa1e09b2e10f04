#include <algorithm>
#include <charconv>

#include "templates/json/value.h"

namespace madoguchi::templates::json {

namespace {

std::string unescape(std::string_view step) {
    std::string name;
    for (std::size_t i = 0; i < step.size(); ++i) {
        const bool escaped = step[i] == '~' && i + 1 < step.size();
        if (!escaped) {
            name += step[i];
        } else {
            name += step[++i] == '0' ? '~' : '/';
        }
    }
    return name;
}

const Value* child(const Value& value, std::string_view step) {
    const Array* items = value.array();
    if (items == nullptr) return value.find(unescape(step));
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
    const bool is_index = error == std::errc() && end == step.data() + step.size();
    return is_index && index < items->size() ? &(*items)[index] : nullptr;
}

}  // namespace

std::string pointer_step(std::string_view name) {
    std::string step = "/";
    for (const char c : name) {
        if (c == '~') {
            step += "~0";
        } else if (c == '/') {
            step += "~1";
        } else {
            step += c;
        }
    }
    return step;
}

const Value& nearest(const Value& root, std::string_view pointer) {
    const Value* value = &root;
    while (!pointer.empty()) {
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        const Value* next = child(*value, pointer.substr(1, end - 1));
        if (next == nullptr) break;
        value = next;
        pointer.remove_prefix(end);
    }
    return *value;
}

}  // namespace madoguchi::templates::json
