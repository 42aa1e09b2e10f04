#include "templates/csv/columns.h"

#include <algorithm>

#include "templates/format/date.h"

namespace madoguchi::templates::csv {

namespace {

/// No list on paper is longer; a wrong index must not reserve memory.
constexpr std::size_t longest_index = 10000;

/// "12" counted from 1 to 11 counted from 0.
std::optional<std::size_t> read_index(std::string_view digits) {
    std::size_t value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9' || value > longest_index) return std::nullopt;
        value = value * 10 + static_cast<std::size_t>(digit - '0');
    }
    if (value == 0 || value > longest_index) return std::nullopt;
    return value - 1;
}

/// Takes "name" off the front of "name[2].rest" or "name.rest".
std::string_view take_name(std::string_view& rest) {
    const std::size_t end = std::min(rest.find_first_of(".["), rest.size());
    const std::string_view name = rest.substr(0, end);
    rest.remove_prefix(end);
    return name;
}

/// Takes "[2]" or ".2" off the front.
std::optional<std::size_t> take_index(std::string_view& rest) {
    if (rest.empty()) return std::nullopt;
    const bool bracket = rest.front() == '[';
    const std::size_t end = std::min(bracket ? rest.find(']') : rest.find('.', 1), rest.size());
    if (bracket && end == rest.size()) return std::nullopt;
    const std::optional<std::size_t> index = read_index(rest.substr(1, end - 1));
    if (index) rest.remove_prefix(bracket ? end + 1 : end);
    return index;
}

/// Takes the "." before another name; false when none follows.
bool take_point(std::string_view& rest) {
    if (!rest.starts_with('.')) return false;
    rest.remove_prefix(1);
    return true;
}

const Field* find_field(const std::vector<Field>& fields, std::string_view name) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

bool is_record(const Field& field) {
    return field.type == FieldType::List || field.type == FieldType::Group;
}

void add_names(const std::vector<Field>& fields, const std::string& prefix,
               std::vector<std::string>& names) {
    for (const Field& field : fields) {
        if (field.computed) continue;
        const std::string name = prefix + field.name;
        if (field.type == FieldType::List) {
            add_names(field.fields, name + "[1].", names);
        } else if (field.type == FieldType::Group) {
            add_names(field.fields, name + ".", names);
        } else {
            names.push_back(name);
        }
    }
}

json::Value& member(json::Value& object, std::string_view name, std::size_t offset) {
    if (object.object() == nullptr) object = {json::Object(), offset};
    auto& members = std::get<json::Object>(object.content);
    for (json::Member& existing : members) {
        if (existing.name == name) return existing.value;
    }
    return members.emplace_back(json::Member{std::string(name), {nullptr, offset}}).value;
}

json::Value& item(json::Value& list, std::size_t index, std::size_t offset) {
    if (list.array() == nullptr) list = {json::Array(), offset};
    auto& items = std::get<json::Array>(list.content);
    while (items.size() <= index)
        items.push_back({json::Object(), offset});
    return items[index];
}

json::Value codes(std::string_view text, std::size_t offset) {
    json::Array items;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        if (end > 0) items.push_back({std::string(text.substr(0, end)), offset});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {std::move(items), offset};
}

/// What cannot be read as its type stays text; checking the data then refuses it.
json::Value typed(const Field& field, std::string text, std::size_t offset) {
    if (field.type == FieldType::Number) return {json::Number{std::move(text)}, offset};
    if (field.type == FieldType::Code && field.many) return codes(text, offset);
    if (field.type == FieldType::Boolean && (text == "true" || text == "1")) return {true, offset};
    if (field.type == FieldType::Boolean && (text == "false" || text == "0"))
        return {false, offset};
    return {std::move(text), offset};
}

}  // namespace

std::optional<Column> find_column(const Template& form, std::string_view name) {
    Column column;
    const std::vector<Field>* fields = &form.fields;
    std::string_view rest = name;
    for (;;) {
        const Field* field = find_field(*fields, take_name(rest));
        if (field == nullptr) return std::nullopt;
        column.path.push_back({field, std::nullopt});
        if (field->type == FieldType::List) {
            column.path.back().item = take_index(rest);
            if (!column.path.back().item) return std::nullopt;
        }
        if (!is_record(*field)) break;
        if (!take_point(rest)) return std::nullopt;
        fields = &field->fields;
    }
    if (rest.empty()) return column;
    const bool is_date = column.path.back().field->type == FieldType::Date;
    if (!is_date || !take_point(rest)) return std::nullopt;
    if (rest != format::date_member && rest != format::wording_member) return std::nullopt;
    column.date_member = rest == format::date_member ? format::date_member : format::wording_member;
    return column;
}

std::string name_of(const Column& column) {
    std::string name;
    for (const Column::Step& step : column.path) {
        if (!name.empty()) name += '.';
        name += step.field->name;
        if (step.item) name += '[' + std::to_string(*step.item + 1) + ']';
    }
    if (!column.date_member.empty()) name += '.' + std::string(column.date_member);
    return name;
}

std::vector<std::string> column_names(const Template& form) {
    std::vector<std::string> names;
    add_names(form.fields, "", names);
    return names;
}

void put(json::Value& root, const Column& column, std::string text, std::size_t offset) {
    if (text.empty()) return;
    json::Value* value = &root;
    for (const Column::Step& step : column.path) {
        value = &member(*value, step.field->name, offset);
        if (step.item) value = &item(*value, *step.item, offset);
    }
    if (column.date_member.empty()) {
        *value = typed(*column.path.back().field, std::move(text), offset);
    } else {
        member(*value, column.date_member, offset) = {std::move(text), offset};
    }
}

}  // namespace madoguchi::templates::csv
