#include "templates/fill/binding.h"

#include <algorithm>

#include "templates/json/value.h"
#include "templates/similar.h"

namespace madoguchi::templates::fill {

namespace {

const Field* find_field(const std::vector<Field>* fields, std::string_view name) {
    if (fields == nullptr) return nullptr;
    const auto found = std::find_if(fields->begin(), fields->end(),
                                    [&](const Field& field) { return field.name == name; });
    return found == fields->end() ? nullptr : &*found;
}

std::vector<std::string_view> split(std::string_view name) {
    std::vector<std::string_view> steps;
    for (;;) {
        const std::size_t point = std::min(name.find('.'), name.size());
        steps.push_back(name.substr(0, point));
        if (point == name.size()) return steps;
        name.remove_prefix(point + 1);
    }
}

Diagnostic unknown_field(std::string_view name, std::string_view step, const Scopes& scopes,
                         const Field* inside) {
    const std::string quoted(name);
    Diagnostic finding{.code = "template.unknown-field",
                       .message = {"「" + quoted + "」という項目は宣言されていません。",
                                   "No field \"" + quoted + "\" is declared."}};
    std::vector<std::string_view> names;
    const auto add = [&](const std::vector<Field>& fields) {
        for (const Field& field : fields)
            names.push_back(field.name);
    };
    if (inside != nullptr) {
        add(inside->fields);
    } else {
        for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
            if (scope->fields != nullptr) add(*scope->fields);
        }
    }
    if (const auto meant = similar_name(step, names)) {
        finding.hints.push_back({"「" + std::string(*meant) + "」ではありませんか。",
                                 "Did you mean \"" + std::string(*meant) + "\"?"});
    }
    return finding;
}

Diagnostic name_in_list(std::string_view name, const Field& list) {
    const std::string quoted(name);
    return {
        .code = "template.name-in-list",
        .message = {"「" + quoted + "」は並び「" + list.name +
                        "」の中の項目なので、ここではどの行のものか決まりません。",
                    "\"" + quoted + "\" stands inside the list \"" + list.name +
                        "\": here it is open which item is meant."},
        .hints = {{"表の行か、{{#" + list.name + "}}…{{/" + list.name + "}} の中に置いてください。",
                   "Put it into a table's row or between {{#" + list.name + "}} and {{/" +
                       list.name + "}}."}}};
}

Result<Binding> row_number(const Scopes& scopes) {
    for (std::size_t i = scopes.size(); i-- > 0;) {
        if (scopes[i].kind == Scope::Kind::Item)
            return Binding{.builtin = Builtin::RowNumber, .scope = i};
    }
    return Diagnostic{.code = "template.no-row",
                      .message = {"「行.番号」は表の行の中でだけ使えます。",
                                  "\"行.番号\" has a meaning only inside a list."}};
}

Result<Binding> own_value(const Scopes& scopes) {
    const Scope& scope = scopes.back();
    if (scope.self != nullptr) return Binding{.field = scope.self, .scope = scopes.size() - 1};
    return Diagnostic{.code = "template.unknown-field",
                      .message = {"{{.}} はここでは一つの値を指しません。",
                                  "{{.}} does not stand for a single value here."}};
}

/// The members behind the first one, inside groups.
Result<Binding> descend(Binding binding, std::string_view name,
                        const std::vector<std::string_view>& steps, const Scopes& scopes) {
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const Field& outer = *binding.field;
        if (outer.type == FieldType::List) return name_in_list(name, outer);
        const Field* field =
            outer.type == FieldType::Group ? find_field(&outer.fields, steps[i]) : nullptr;
        if (field == nullptr) return unknown_field(name, steps[i], scopes, &outer);
        binding.field = field;
        binding.path.push_back(field->name);
        binding.pointer += json::pointer_step(field->name);
    }
    return binding;
}

}  // namespace

Result<Binding> resolve(std::string_view name, const Scopes& scopes) {
    if (name == page_number_name) return Binding{.builtin = Builtin::PageNumber};
    if (name == page_total_name) return Binding{.builtin = Builtin::PageTotal};
    if (name == form_number_name) return Binding{.builtin = Builtin::FormNumber};
    if (name == form_title_name) return Binding{.builtin = Builtin::FormTitle};
    if (name == form_version_name) return Binding{.builtin = Builtin::FormVersion};
    if (name == row_number_name) return row_number(scopes);
    if (name == ".") return own_value(scopes);
    const std::vector<std::string_view> steps = split(name);
    for (std::size_t i = scopes.size(); i-- > 0;) {
        const Field* field = find_field(scopes[i].fields, steps.front());
        if (field == nullptr) continue;
        Binding binding{.field = field,
                        .scope = i,
                        .path = {field->name},
                        .pointer = json::pointer_step(field->name)};
        return descend(std::move(binding), name, steps, scopes);
    }
    return unknown_field(name, steps.front(), scopes, nullptr);
}

std::optional<std::string_view> form_text(const Binding& binding, const Scopes& scopes) {
    const Template* form = scopes.front().form;
    if (form == nullptr) return std::nullopt;
    switch (binding.builtin) {
        case Builtin::FormNumber:
            return form->form_number;
        case Builtin::FormTitle:
            return form->title;
        case Builtin::FormVersion:
            return form->version;
        case Builtin::None:
        case Builtin::PageNumber:
        case Builtin::PageTotal:
        case Builtin::RowNumber:
            break;
    }
    return std::nullopt;
}

Scope scope_inside(const Binding& binding) {
    const Field& field = *binding.field;
    switch (field.type) {
        case FieldType::List:
            return {.fields = &field.fields, .kind = Scope::Kind::Item};
        case FieldType::Group:
            return {.fields = &field.fields};
        case FieldType::Code:
            return {.self = &field, .kind = field.many ? Scope::Kind::Item : Scope::Kind::Single};
        case FieldType::Text:
        case FieldType::Date:
        case FieldType::Number:
        case FieldType::Boolean:
            return {.self = &field};
    }
    return {};
}

}  // namespace madoguchi::templates::fill
