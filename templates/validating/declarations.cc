#include <algorithm>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "templates/format/date.h"
#include "templates/format/number.h"
#include "templates/number_check.h"
#include "templates/validating/rules.h"

namespace madoguchi::templates::validating {

namespace {

void check_style_names(Findings& findings, const Template& form) {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < form.styles.size(); ++i) {
        const std::string& name = form.styles[i].name;
        if (name.empty() || names.insert(name).second) continue;
        findings.add(23, "/styles/" + std::to_string(i) + "/name",
                     {"スタイル「" + name + "」が2度決められています。",
                      "The style \"" + name + "\" is defined twice."});
    }
}

/// No value is in such a range; that is said once (T52).
bool is_empty_range(const Field& field) {
    return field.minimum && field.maximum &&
           format::is_less(*format::read_decimal(*field.maximum),
                           *format::read_decimal(*field.minimum));
}

bool takes_example(const Field& field) {
    const std::string& example = field.example;
    switch (field.type) {
        case FieldType::Text:
            return !field.max_length || count_graphemes(example) <= *field.max_length;
        case FieldType::Date:
            return format::read_date(example).ok();
        case FieldType::Number:
            return is_empty_range(field) || !find_number_fault(field, example);
        case FieldType::Boolean:
            return example == "true" || example == "false";
        case FieldType::Code:
            return std::find(field.codes.begin(), field.codes.end(), example) != field.codes.end();
        case FieldType::List:
        case FieldType::Group:
            return false;
    }
    return false;
}

/// T52, between the members.
void check_bounds(Findings& findings, const Field& field, const std::string& pointer) {
    if (is_empty_range(field))
        findings.add(52, pointer + "/minimum",
                     {"最小が最大を超えています。", "The smallest is larger than the largest."});
    for (const auto& [name, bound] :
         {std::pair("/minimum", &field.minimum), std::pair("/maximum", &field.maximum)}) {
        if (!*bound || !field.decimals) continue;
        if (format::read_decimal(**bound)->fraction.size() <= *field.decimals) continue;
        findings.add(52, pointer + name,
                     {"decimals より多い小数は書けません。",
                      "It has more decimals than \"decimals\" allows."});
    }
}

void check_fields(Findings& findings, const std::vector<Field>& fields,
                  const std::string& pointer) {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Field& field = fields[i];
        const std::string here = pointer + '/' + std::to_string(i);
        if (!field.name.empty() && !names.insert(field.name).second)
            findings.add(24, here + "/name",
                         {"項目「" + field.name + "」が2度決められています。",
                          "The field \"" + field.name + "\" is declared twice."});
        if (field.name == "頁" || field.name == "行" || field.name == "様式")
            findings.add(
                25, here + "/name",
                {"「" + field.name + "」は様式や番号を表す名前なので項目には使えません。",
                 "\"" + field.name + "\" stands for the form or a number and names no field."});
        if (!field.example.empty() && !takes_example(field))
            findings.add(26, here + "/example",
                         {"記入例が、この項目に書ける値ではありません。",
                          "The example is no value that the field would take."});
        check_bounds(findings, field, here);
        check_fields(findings, field.fields, here + "/fields");
    }
}

}  // namespace

void check_declarations(Findings& findings, const Template& form) {
    check_style_names(findings, form);
    check_fields(findings, form.fields, "/fields");
}

}  // namespace madoguchi::templates::validating
