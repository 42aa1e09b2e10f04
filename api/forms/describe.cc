#include "api/forms/describe.h"

#include <array>
#include <string_view>
#include <utility>

#include "templates/json/value.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;

/// Indexed by templates::FieldType, as the template file writes them.
constexpr std::array<std::string_view, 7> type_names = {"text", "date", "number", "boolean",
                                                        "code", "list", "group"};

json::Value text(std::string content) {
    return {std::move(content)};
}

json::Value number(std::size_t count) {
    return {json::Number{std::to_string(count)}};
}

json::Value list_of(const std::vector<std::string>& texts) {
    json::Array items;
    for (const std::string& item : texts)
        items.push_back(text(item));
    return {std::move(items)};
}

json::Value describe_fields(const std::vector<templates::Field>& fields);

/// What does not apply to a field is left out.
json::Value describe_field(const templates::Field& field) {
    json::Object object;
    const auto add = [&](std::string name, json::Value value) {
        object.push_back({std::move(name), std::move(value)});
    };
    add("name", text(field.name));
    add("type", text(std::string(type_names[static_cast<std::size_t>(field.type)])));
    add("required", {field.required});
    if (!field.description.empty()) add("description", text(field.description));
    if (!field.example.empty()) add("example", text(field.example));
    if (field.max_length) add("maxLength", number(*field.max_length));
    if (field.multiline) add("multiline", {true});
    if (field.max_items) add("maxItems", number(*field.max_items));
    if (field.minimum) add("minimum", {json::Number{*field.minimum}});
    if (field.maximum) add("maximum", {json::Number{*field.maximum}});
    if (field.decimals) add("decimals", number(*field.decimals));
    if (field.computed) add("computed", {true});
    if (!field.codes.empty()) add("codes", list_of(field.codes));
    if (field.many) add("many", {true});
    if (!field.fields.empty()) add("fields", describe_fields(field.fields));
    return {std::move(object)};
}

json::Value describe_fields(const std::vector<templates::Field>& fields) {
    json::Array items;
    for (const templates::Field& field : fields)
        items.push_back(describe_field(field));
    return {std::move(items)};
}

json::Object summary(const templates::Template& form) {
    return {{"id", text(form.id)},
            {"version", text(form.version)},
            {"title", text(form.title)},
            {"description", text(form.description)}};
}

}  // namespace

std::string describe_forms(const templates::Catalogue& catalogue) {
    json::Array forms;
    for (const templates::CatalogueEntry& entry : catalogue.entries())
        forms.push_back({summary(entry.form)});
    return json::write({json::Object{{"forms", {std::move(forms)}}}}, json::Layout::Compact);
}

std::string describe_form(const templates::CatalogueEntry& entry) {
    json::Array samples;
    for (const templates::Sample& sample : entry.samples) {
        samples.push_back({json::Object{{"title", text(sample.title)}, {"data", sample.written}}});
    }
    json::Object form = summary(entry.form);
    form.push_back({"fields", describe_fields(entry.form.fields)});
    form.push_back({"samples", {std::move(samples)}});
    return json::write({std::move(form)}, json::Layout::Compact);
}

}  // namespace madoguchi::api
