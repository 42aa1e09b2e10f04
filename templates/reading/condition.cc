#include "templates/reading/condition.h"

#include "templates/reading/members.h"

namespace madoguchi::templates::reading {

namespace {

std::optional<std::vector<std::string>> read_values(Findings& findings, const Node& node) {
    auto values = ListOf{limits::values, PrintableText{limits::code}}(findings, node);
    if (values) report_repeated(findings, node);
    return values;
}

std::optional<Layer> read_layer(Findings& findings, const Node& node) {
    Members members(findings, node);
    Layer layer;
    members.required("name", layer.name, read_name);
    members.required("when", layer.when, read_condition);
    members.report_unknown();
    return layer;
}

}  // namespace

std::optional<Condition> read_condition(Findings& findings, const Node& node) {
    Members members(findings, node);
    Condition condition;
    members.required("field", condition.field, read_path);
    members.optional("test", condition.test, OneOf{test_words});
    const std::optional<Node> values = members.take("values", Need::Optional);
    const bool needs_values =
        condition.test == Condition::Test::IsOneOf || condition.test == Condition::Test::IsNoneOf;
    if (values.has_value() != needs_values) {
        findings.add(21, values ? *values : node,
                     {"values は oneOf・noneOf のときにだけ、必ず書きます。",
                      "values stands with oneOf and noneOf, and only with them."});
    } else if (values) {
        condition.values = read_values(findings, *values).value_or(std::vector<std::string>());
    }
    members.report_unknown();
    return condition;
}

std::optional<std::vector<Layer>> read_layers(Findings& findings, const Node& node) {
    return ListOf{limits::layers, read_layer}(findings, node);
}

}  // namespace madoguchi::templates::reading
