#include <algorithm>
#include <set>

#include "templates/fill/binding.h"
#include "templates/format/format.h"
#include "templates/validating/rules.h"

namespace madoguchi::templates::validating {

namespace {

using reading::quoted;

/// Resolves names exactly as filling does.
class References {
  public:
    References(Findings& findings, const Template& form) : findings_(findings), form_(form) {}

    void check_layer(const Layer& layer, const std::string& pointer) {
        check_condition(layer.when, pointer + "/when", {{.fields = &form_.fields}});
    }

    void check(const PlacedElement& placed) {
        // A row whose list is unknown has been reported with its table.
        if (placed.table != nullptr && list_of(*placed.table) == nullptr) return;
        const fill::Scopes scopes = scopes_of(placed);
        if (placed.element.when)
            check_condition(*placed.element.when, placed.pointer + "/when", scopes);
        if (const Choice* choice = std::get_if<Choice>(&placed.element.kind))
            check_choice(*choice, placed, scopes);
        if (const Table* table = std::get_if<Table>(&placed.element.kind)) {
            const Field* list = find(table->list, placed.pointer + "/list", scopes);
            if (list != nullptr && list->type != FieldType::List)
                findings_.add(46, placed.pointer + "/list",
                              {"「" + quoted(table->list) + "」は並び（list）ではありません。",
                               "\"" + quoted(table->list) + "\" is no list."});
        }
    }

  private:
    const Field* list_of(const Element& table) const {
        const auto binding = fill::resolve(std::get<Table>(table.kind).list, {{&form_.fields}});
        if (!binding.ok() || binding->field == nullptr) return nullptr;
        return binding->field->type == FieldType::List ? binding->field : nullptr;
    }

    fill::Scopes scopes_of(const PlacedElement& placed) const {
        fill::Scopes scopes{{&form_.fields}};
        if (placed.table != nullptr)
            scopes.push_back(
                {.fields = &list_of(*placed.table)->fields, .kind = fill::Scope::Kind::Item});
        return scopes;
    }

    /// T35 when there is none.
    const Field* find(const std::string& path, const std::string& pointer,
                      const fill::Scopes& scopes) {
        if (path.empty()) return nullptr;
        Result<fill::Binding> binding = fill::resolve(path, scopes);
        if (binding.ok() && binding->field != nullptr) return binding->field;
        if (binding.ok()) {
            findings_.add(35, pointer,
                          {"「" + quoted(path) + "」はデータの項目ではありません。",
                           "\"" + quoted(path) + "\" is no field of the data."});
            return nullptr;
        }
        for (const Diagnostic& finding : binding.findings()) {
            findings_.add(35, pointer, finding.message);
            for (const BilingualText& hint : finding.hints)
                findings_.hint(hint);
        }
        return nullptr;
    }

    static bool is_comparable(const Field& field) {
        return field.type == FieldType::Text || field.type == FieldType::Code ||
               field.type == FieldType::Boolean;
    }

    static bool can_be(const Field& field, const std::string& value) {
        if (field.type == FieldType::Boolean) return value == "true" || value == "false";
        if (field.type != FieldType::Code) return true;
        return std::find(field.codes.begin(), field.codes.end(), value) != field.codes.end();
    }

    void report_value(int rule, const Field& field, const std::string& value,
                      const std::string& pointer) {
        findings_.add(rule, pointer,
                      {"「" + field.name + "」は「" + quoted(value) + "」という値を取りません。",
                       "\"" + field.name + "\" never has the value \"" + quoted(value) + "\"."});
        std::string all = field.type == FieldType::Boolean ? "true, false" : "";
        for (const std::string& code : field.codes)
            all += (all.empty() ? "" : ", ") + quoted(code);
        findings_.hint({"取り得る値: " + all, "Its values: " + all});
    }

    void check_condition(const Condition& condition, const std::string& pointer,
                         const fill::Scopes& scopes) {
        const Field* field = find(condition.field, pointer + "/field", scopes);
        const bool compares = condition.test == Condition::Test::IsOneOf ||
                              condition.test == Condition::Test::IsNoneOf;
        if (field == nullptr || !compares) return;
        if (!is_comparable(*field)) {
            findings_.add(36, pointer + "/field",
                          {"値を比べられるのは文字・区分・真偽の項目だけです。",
                           "Only a text, a code or a boolean can be compared with values."});
            return;
        }
        for (std::size_t i = 0; i < condition.values.size(); ++i) {
            if (!can_be(*field, condition.values[i]))
                report_value(36, *field, condition.values[i],
                             pointer + "/values/" + std::to_string(i));
        }
    }

    void check_choice(const Choice& choice, const PlacedElement& placed,
                      const fill::Scopes& scopes) {
        const Field* field = find(choice.field, placed.pointer + "/field", scopes);
        if (!choice.format.empty()) {
            if (field != nullptr) check_format(choice.format, *field, placed.pointer + "/format");
            field = nullptr;  // values are what the format prints
        } else if (field != nullptr && !is_comparable(*field)) {
            findings_.add(43, placed.pointer + "/field",
                          {"選択に使えるのは文字・区分・真偽の項目です。",
                           "A choice shows a text, a code or a boolean."});
            field = nullptr;
        }
        std::set<std::string_view> values;
        for (std::size_t i = 0; i < choice.options.size(); ++i)
            check_option(choice.options[i], field, values,
                         placed.pointer + "/options/" + std::to_string(i));
        check_option_frames(choice, placed);
    }

    void check_format(const std::string& name, const Field& field, const std::string& pointer) {
        const format::Format* format = format::find_format(name);
        if (format != nullptr && format::takes(*format, field.type) && !field.many) return;
        const Diagnostic finding =
            format == nullptr ? format::unknown_format(name) : format::wrong_type_for(*format);
        findings_.add(60, pointer, finding.message);
        for (const BilingualText& hint : finding.hints)
            findings_.hint(hint);
    }

    void check_option(const Choice::Option& option, const Field* field,
                      std::set<std::string_view>& values, const std::string& pointer) {
        if (!values.insert(option.value).second) {
            findings_.add(
                44, pointer + "/value",
                {"値「" + quoted(option.value) + "」の選択肢がほかにもあります。",
                 "There is another option with the value \"" + quoted(option.value) + "\"."});
        } else if (field != nullptr && !can_be(*field, option.value)) {
            report_value(44, *field, option.value, pointer + "/value");
        }
    }

    void check_option_frames(const Choice& choice, const PlacedElement& placed) {
        for (std::size_t i = 0; i < choice.options.size(); ++i) {
            const Rect& frame = choice.options[i].frame;
            const bool has_room = frame.width > Length() && frame.height > Length();
            if (has_room && placed.element.frame.contains(frame)) continue;
            findings_.add(45, placed.pointer + "/options/" + std::to_string(i) + "/frame",
                          {"選択肢の枠に幅と高さがあり、要素の枠に収まる必要があります。",
                           "An option's frame needs a width and a height, inside the frame of its "
                           "element."});
        }
    }

    Findings& findings_;
    const Template& form_;
};

}  // namespace

void check_references(Findings& findings, const Template& form) {
    References references(findings, form);
    for (std::size_t i = 0; i < form.layers.size(); ++i)
        references.check_layer(form.layers[i], "/layers/" + std::to_string(i));
    for_each_element(form, [&](const PlacedElement& placed) { references.check(placed); });
}

}  // namespace madoguchi::templates::validating
