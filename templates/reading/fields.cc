#include "templates/reading/fields.h"

#include "templates/reading/members.h"

namespace madoguchi::templates::reading {

namespace {

std::optional<std::vector<std::string>> read_codes(Findings& findings, const Node& node) {
    auto codes = ListOf{limits::codes, PrintableText{limits::code}}(findings, node);
    if (codes) report_repeated(findings, node);
    return codes;
}

/// T61.
std::optional<Computation> read_computation(Findings& findings, const Node& node) {
    Members members(findings, node);
    std::optional<Computation> computation;
    for (const auto& [name, function] : function_words) {
        const std::optional<Node> of = members.take(name, Need::Optional);
        if (!of) continue;
        if (computation) {
            findings.add(61, *of,
                         {"計算は sum・count・age のどれか一つです。",
                          "A field is computed as one of sum, count and age."});
            continue;
        }
        computation = Computation{function, read_path(findings, *of).value_or(""), {}};
    }
    const bool needs_day = computation && computation->function == Computation::Function::Age;
    std::string at;
    members.read("at", needs_day ? Need::Required : Need::Optional, at, read_path);
    members.report_unknown();
    if (!computation && node.value.object() != nullptr)
        findings.add(61, node,
                     {"計算は sum・count・age のどれか一つです。",
                      "A field is computed as one of sum, count and age."});
    if (!computation) return std::nullopt;
    if (!at.empty() && !needs_day)
        findings.add(61, node, {"at は age のときだけ書きます。", "at stands with age only."});
    computation->at = std::move(at);
    return computation;
}

void read_inner_fields(Members& members, Field& field, std::size_t depth) {
    if (depth < limits::field_depth)
        return members.required("fields", field.fields,
                                FieldsReader{limits::inner_fields, depth + 1});
    const std::optional<Node> node = members.take("fields", Need::Required);
    if (!node) return;
    const std::string most = std::to_string(limits::field_depth);
    members.findings().add(
        17, *node,
        {"項目の入れ子は" + most + "段までです。", "Fields nest at most " + most + " deep."});
}

void read_members_of_type(Members& members, Field& field, std::size_t depth) {
    switch (field.type) {
        case FieldType::Text:
            members.optional("maxLength", field.max_length, Count{limits::text_length});
            return members.optional("multiline", field.multiline, read_flag);
        case FieldType::Code:
            members.required("codes", field.codes, read_codes);
            return members.optional("many", field.many, read_flag);
        case FieldType::List:
            members.optional("maxItems", field.max_items, Count{limits::list_length});
            return read_inner_fields(members, field, depth);
        case FieldType::Group:
            return read_inner_fields(members, field, depth);
        case FieldType::Number:
            members.optional("minimum", field.minimum, read_bound);
            members.optional("maximum", field.maximum, read_bound);
            members.optional("decimals", field.decimals, Count{limits::decimals});
            return members.optional("computed", field.computed, read_computation);
        case FieldType::Date:
        case FieldType::Boolean:
            return;
    }
}

Field read_field(Findings& findings, const Node& node, std::size_t depth) {
    Members members(findings, node);
    Field field;
    std::optional<FieldType> type;
    members.required("name", field.name, read_name);
    members.required("type", type, OneOf{field_type_words});
    members.optional("required", field.required, read_flag);
    members.optional("description", field.description, PrintableText{limits::description});
    // Without a type nobody can say which members belong here.
    if (!type) return field;
    field.type = *type;
    if (field.type != FieldType::List && field.type != FieldType::Group)
        members.optional("example", field.example, PrintableText{limits::example});
    read_members_of_type(members, field, depth);
    members.report_unknown();
    return field;
}

}  // namespace

std::optional<std::vector<Field>> FieldsReader::operator()(Findings& findings,
                                                           const Node& node) const {
    const auto read_one = [this](Findings& to, const Node& item) {
        return std::optional(read_field(to, item, depth));
    };
    return ListOf{range, read_one}(findings, node);
}

}  // namespace madoguchi::templates::reading
