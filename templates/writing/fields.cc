#include "templates/writing/model.h"
#include "templates/writing/object.h"

namespace madoguchi::templates::writing {

namespace {

json::Value computation(const Computation& value) {
    Object object;
    object.put(std::string(word_for(value.function, function_words)), text(value.of));
    object.put_unless({}, "at", value.at, text);
    return object.take();
}

json::Value field(const Field& value) {
    Object object;
    object.put("name", text(value.name));
    object.put("type", word(value.type, field_type_words));
    object.put_unless(false, "required", value.required, flag);
    object.put_unless({}, "description", value.description, text);
    object.put_unless({}, "example", value.example, text);
    if (value.max_length)
        object.put("maxLength", count(static_cast<std::int64_t>(*value.max_length)));
    object.put_unless(false, "multiline", value.multiline, flag);
    if (value.minimum) object.put("minimum", number(*value.minimum));
    if (value.maximum) object.put("maximum", number(*value.maximum));
    if (value.decimals) object.put("decimals", count(static_cast<std::int64_t>(*value.decimals)));
    if (value.computed) object.put("computed", computation(*value.computed));
    if (value.type == FieldType::Code) object.put("codes", texts(value.codes));
    object.put_unless(false, "many", value.many, flag);
    if (value.max_items) object.put("maxItems", count(static_cast<std::int64_t>(*value.max_items)));
    if (!value.fields.empty()) object.put("fields", fields(value.fields));
    return object.take();
}

}  // namespace

json::Value fields(const std::vector<Field>& values) {
    json::Array items;
    for (const Field& value : values)
        items.push_back(field(value));
    return {std::move(items)};
}

}  // namespace madoguchi::templates::writing
