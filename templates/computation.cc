#include "templates/computation.h"

#include <algorithm>
#include <string>
#include <utility>

#include "templates/computing/age.h"
#include "templates/computing/sum.h"
#include "templates/fill/values.h"
#include "templates/format/date.h"
#include "templates/format/number.h"

namespace madoguchi::templates {

namespace {

using fill::Binding;
using fill::Frame;
using fill::Scope;
using fill::Scopes;
using format::PartialDate;

Diagnostic refusal(std::string_view name, const BilingualText& wanted) {
    const std::string quoted(name);
    return {.code = std::string(computation_code),
            .message = {"「" + quoted + "」は" + wanted.ja + "ではないので計算に使えません。",
                        "\"" + quoted + "\" is no " + wanted.en + " to compute with."}};
}

Result<Binding> resolve_as(FieldType type, std::string_view name, const Scopes& scopes,
                           const BilingualText& wanted) {
    Binding binding = TRY(fill::resolve(name, scopes));
    if (binding.field == nullptr || binding.field->type != type) return refusal(name, wanted);
    return binding;
}

/// A sum in every item over all items would take its time squared, or go in a circle.
bool is_around(const Binding& list, const Scopes& scopes) {
    return std::any_of(scopes.begin() + static_cast<std::ptrdiff_t>(list.scope) + 1, scopes.end(),
                       [](const Scope& scope) { return scope.kind == Scope::Kind::Item; });
}

Result<ResolvedComputation> resolve_sum(std::string_view name, const Scopes& scopes) {
    const std::size_t point = name.rfind('.');
    const BilingualText wanted{"「並び.数の項目」", "number of a list's items"};
    if (point == name.npos) return refusal(name, wanted);
    ResolvedComputation resolved;
    resolved.of = TRY(resolve_as(FieldType::List, name.substr(0, point), scopes, wanted));
    for (const Field& field : resolved.of.field->fields) {
        if (field.name == name.substr(point + 1) && field.type == FieldType::Number)
            resolved.summand = &field;
    }
    if (resolved.summand == nullptr) return refusal(name, wanted);
    if (is_around(resolved.of, scopes))
        return Diagnostic{.code = std::string(computation_code),
                          .message = {"並びの中の項目からは、その外側の並びを合計できません。",
                                      "What stands in a list does not add up a list around it."}};
    return resolved;
}

std::optional<PartialDate> date_of(const json::Value* value) {
    const std::string_view text = fill::printable(value).text;
    if (text.empty()) return std::nullopt;
    const Result<PartialDate> date = format::read_date(text);
    if (!date.ok()) return std::nullopt;
    return *date;
}

json::Value* find_member(json::Value& record, std::string_view name) {
    for (json::Member& member : std::get<json::Object>(record.content)) {
        if (member.name == name) return &member.value;
    }
    return nullptr;
}

/// Walks the data along their declaration.
class Computing {
  public:
    Diagnostics run(const std::vector<Field>& fields, json::Value& root) {
        scopes_ = {{.fields = &fields}};
        frames_ = {{.value = &root}};
        add_to(fields, root);
        return std::move(findings_);
    }

  private:
    /// Numbers inside lists come first, wherever those are: sums outside may be over them.
    void add_to(const std::vector<Field>& fields, json::Value& record) {
        add_in_lists(fields, record);
        add_outside_lists(fields, record);
    }

    void add_in_lists(const std::vector<Field>& fields, json::Value& record) {
        for (const Field& field : fields) {
            json::Value* value = field.fields.empty() ? nullptr : find_member(record, field.name);
            if (value == nullptr || value->is_null()) continue;
            const Binding binding = *fill::resolve(field.name, scopes_);
            auto* items = std::get_if<json::Array>(&value->content);
            if (items == nullptr) {
                inside(field, {.value = value, .list = &binding},
                       [&] { add_in_lists(field.fields, *value); });
                continue;
            }
            for (std::size_t i = 0; i < items->size(); ++i)
                inside(field, {.value = &(*items)[i], .list = &binding, .index = i},
                       [&] { add_to(field.fields, (*items)[i]); });
        }
    }

    void add_outside_lists(const std::vector<Field>& fields, json::Value& record) {
        for (const Field& field : fields) {
            json::Value* value =
                field.type == FieldType::Group ? find_member(record, field.name) : nullptr;
            if (value == nullptr || value->is_null()) continue;
            const Binding binding = *fill::resolve(field.name, scopes_);
            inside(field, {.value = value, .list = &binding},
                   [&] { add_outside_lists(field.fields, *value); });
        }
        for (const Field& field : fields) {
            if (field.computed) add_value(field, record);
        }
    }

    template <typename Work>
    void inside(const Field& field, const Frame& frame, const Work& work) {
        scopes_.push_back(
            {.fields = &field.fields,
             .kind = field.type == FieldType::List ? Scope::Kind::Item : Scope::Kind::Single});
        frames_.push_back(frame);
        work();
        frames_.pop_back();
        scopes_.pop_back();
    }

    void add_value(const Field& field, json::Value& record) {
        const Result<ResolvedComputation> resolved = resolve(*field.computed, scopes_);
        if (!resolved.ok()) return;  // the template has been validated
        const std::optional<std::string> number = value_of(*field.computed, *resolved);
        if (!number) return;
        auto& members = std::get<json::Object>(record.content);
        std::erase_if(members, [&](const json::Member& m) { return m.name == field.name; });
        members.push_back({field.name, {json::Number{*number}, record.offset}});
    }

    std::optional<std::string> value_of(const Computation& computation,
                                        const ResolvedComputation& resolved) {
        switch (computation.function) {
            case Computation::Function::Sum:
                return sum(resolved);
            case Computation::Function::Count:
                return count(resolved);
            case Computation::Function::Age:
                return age(resolved);
        }
        return std::nullopt;
    }

    std::optional<std::string> sum(const ResolvedComputation& resolved) {
        const json::Value* list = fill::look_up(resolved.of, frames_);
        if (list == nullptr || list->array() == nullptr) return std::nullopt;
        computing::Sum sum;
        bool is_any = false;
        for (const json::Value& item : *list->array()) {
            const json::Value* value = item.find(resolved.summand->name);
            if (value == nullptr || value->number() == nullptr) continue;
            is_any = true;
            if (sum.add(*format::read_decimal(value->number()->text))) continue;
            report("data.sum-too-long", resolved.of,
                   {"合計が18桁を超えます。", "The sum has more than 18 digits."});
            return std::nullopt;
        }
        if (!is_any) return std::nullopt;
        return sum.text();
    }

    std::optional<std::string> count(const ResolvedComputation& resolved) const {
        const json::Value* list = fill::look_up(resolved.of, frames_);
        if (!fill::is_present(list)) return std::nullopt;
        return std::to_string(list->array()->size());
    }

    std::optional<std::string> age(const ResolvedComputation& resolved) {
        const auto birth = date_of(fill::look_up(resolved.of, frames_));
        const auto day = date_of(fill::look_up(*resolved.day, frames_));
        if (!birth || !day) return std::nullopt;
        const std::optional<int> years = computing::age_between(*birth, *day);
        if (years && *years < 0) {
            report("data.age-before-birth", *resolved.day,
                   {"年齢を数える日が生年月日より前です。",
                    "The day on which the age is counted lies before the birth."});
            return std::nullopt;
        }
        if (!years) return std::nullopt;
        return std::to_string(*years);
    }

    void report(std::string code, const Binding& about, BilingualText message) {
        Diagnostic finding{.code = std::move(code), .message = std::move(message)};
        finding.origin.data_pointer = fill::pointer_to(about, frames_);
        findings_.push_back(std::move(finding));
    }

    Scopes scopes_;
    std::vector<Frame> frames_;
    Diagnostics findings_;
};

bool has_computed(const std::vector<Field>& fields) {
    return std::any_of(fields.begin(), fields.end(), [](const Field& field) {
        return field.computed.has_value() || has_computed(field.fields);
    });
}

}  // namespace

Result<ResolvedComputation> resolve(const Computation& computation, const Scopes& scopes) {
    switch (computation.function) {
        case Computation::Function::Sum:
            return resolve_sum(computation.of, scopes);
        case Computation::Function::Count: {
            Binding list =
                TRY(resolve_as(FieldType::List, computation.of, scopes, {"並び", "list"}));
            return ResolvedComputation{std::move(list), nullptr, std::nullopt};
        }
        case Computation::Function::Age:
            break;
    }
    const BilingualText wanted{"日付", "date"};
    Binding birth = TRY(resolve_as(FieldType::Date, computation.of, scopes, wanted));
    Binding day = TRY(resolve_as(FieldType::Date, computation.at, scopes, wanted));
    return ResolvedComputation{std::move(birth), nullptr, std::move(day)};
}

Diagnostics add_computed(const Template& form, json::Value& root) {
    if (!has_computed(form.fields)) return {};
    return Computing().run(form.fields, root);
}

}  // namespace madoguchi::templates
