#include "templates/fill/values.h"

#include "templates/format/date.h"

namespace madoguchi::templates::fill {

namespace {

std::string_view member_text(const json::Value& object, std::string_view name) {
    const json::Value* member = object.find(name);
    if (member == nullptr || member->string() == nullptr) return {};
    return *member->string();
}

std::string frame_pointer(std::size_t index, const std::vector<Frame>& frames) {
    const Frame& frame = frames[index];
    if (frame.list == nullptr) return {};
    std::string pointer = pointer_to(*frame.list, frames);
    if (frame.index != no_index) pointer += '/' + std::to_string(frame.index);
    return pointer;
}

}  // namespace

const json::Value* look_up(const Binding& binding, const std::vector<Frame>& frames) {
    const json::Value* value = frames[binding.scope].value;
    for (const std::string_view step : binding.path) {
        if (value == nullptr) return nullptr;
        value = value->find(step);
    }
    return value;
}

std::string pointer_to(const Binding& binding, const std::vector<Frame>& frames) {
    if (binding.builtin != Builtin::None) return {};
    return binding.scope == 0 ? binding.pointer
                              : frame_pointer(binding.scope, frames) + binding.pointer;
}

format::Input printable(const json::Value* value) {
    if (value == nullptr) return {};
    if (const std::string* text = value->string()) return {*text};
    if (const json::Number* number = value->number()) return {number->text};
    if (value->object() == nullptr) return {};
    return {member_text(*value, format::date_member), member_text(*value, format::wording_member)};
}

bool is_present(const json::Value* value) {
    if (value == nullptr || value->is_null()) return false;
    if (const bool* flag = value->boolean()) return *flag;
    if (const std::string* text = value->string()) return !text->empty();
    if (const json::Array* items = value->array()) return !items->empty();
    return true;
}

std::size_t builtin_number(const Binding& binding, const Surroundings& surroundings) {
    switch (binding.builtin) {
        case Builtin::PageNumber:
            return surroundings.page_number;
        case Builtin::PageTotal:
            return surroundings.page_total;
        case Builtin::RowNumber:
            return surroundings.frames[binding.scope].index + 1;
        case Builtin::None:
        case Builtin::FormNumber:
        case Builtin::FormTitle:
        case Builtin::FormVersion:
            break;
    }
    return 0;
}

}  // namespace madoguchi::templates::fill
