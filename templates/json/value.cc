#include "templates/json/value.h"

namespace madoguchi::templates::json {

const Value* Value::find(std::string_view name) const {
    const Object* members = object();
    if (members == nullptr) return nullptr;
    for (const Member& member : *members) {
        if (member.name == name) return &member.value;
    }
    return nullptr;
}

bool Value::operator==(const Value& other) const {
    return content == other.content;
}

}  // namespace madoguchi::templates::json
