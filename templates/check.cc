#include "templates/check.h"

#include <algorithm>

#include "base/utf8.h"
#include "templates/format/date.h"
#include "templates/number_check.h"
#include "templates/similar.h"
#include "templates/text_check.h"

namespace madoguchi::templates {

namespace {

/// The way from the root to a value, kept on the call stack; it becomes a JSON Pointer only when
/// there is a finding.
struct Path {
    const Path* parent = nullptr;
    const Field* field = nullptr;
    std::size_t index = 0;
    std::string_view member = {};  ///< below a date
};

std::string pointer_of(const Path& path) {
    if (path.parent == nullptr) return {};
    std::string pointer = pointer_of(*path.parent);
    if (!path.member.empty()) return pointer + json::pointer_step(path.member);
    return path.field != nullptr ? pointer + json::pointer_step(path.field->name)
                                 : pointer + '/' + std::to_string(path.index);
}

/// The name that people know: of the nearest field on the way.
std::string name_of(const Path& path) {
    if (path.field != nullptr) return path.field->name;
    return path.parent != nullptr ? name_of(*path.parent) : std::string();
}

using json::Member;

class Checker {
  public:
    std::vector<ValueFinding> take() { return std::move(findings_); }

    void check_root(const std::vector<Field>& fields, const json::Value& root) {
        const Path path;
        if (root.object() == nullptr) {
            add({.code = "data.wrong-type",
                 .message = {"データは項目名と値の組（オブジェクト）でなければなりません。",
                             "The data must be an object."}},
                path, root.offset);
            return;
        }
        check_record(fields, root, path);
    }

  private:
    void check_record(const std::vector<Field>& fields, const json::Value& record,
                      const Path& path);
    void check_field(const Field& field, const json::Value& value, const Path& path);
    void check_text(const Field& field, const json::Value& value, const Path& path);
    void check_date(const json::Value& value, const Path& path);
    void check_date_object(const json::Value& value, const Path& path);
    void check_date_text(const json::Value& value, const Path& path);
    void check_wording(const json::Value& value, const Path& path);
    void check_number(const Field& field, const json::Value& value, const Path& path);
    void check_code(const Field& field, const json::Value& value, const Path& path);
    void check_codes(const Field& field, const json::Value& value, const Path& path);
    void check_list(const Field& field, const json::Value& value, const Path& path);
    void check_characters(const json::Value& value, const Path& path);

    void add(Diagnostic finding, const Path& path, std::size_t offset);
    void missing(const Field& field, const Path& record, std::size_t offset);
    void computed(const Field& field, const Path& record, std::size_t offset);
    void unknown(const std::vector<Field>& fields, const Member& member, const Path& record);
    void wrong_type(const json::Value& value, const Path& path, BilingualText expected,
                    std::vector<BilingualText> hints = {});
    bool full() const { return errors_ > finding_limit; }

    std::vector<ValueFinding> findings_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

bool is_absent(const Field& field, const json::Value& value) {
    if (value.is_null()) return true;
    const bool textual = field.type == FieldType::Text || field.type == FieldType::Date ||
                         field.type == FieldType::Code;
    if (textual && value.string() != nullptr) return value.string()->empty();
    return value.array() != nullptr && value.array()->empty();
}

/// Members mostly come in the order in which they are declared: the search begins behind the field
/// found last.
const Field* find_field(const std::vector<Field>& fields, std::string_view name,
                        std::size_t& next) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::size_t at = next + i < fields.size() ? next + i : next + i - fields.size();
        if (fields[at].name != name) continue;
        next = at + 1;
        return &fields[at];
    }
    return nullptr;
}

void Checker::check_record(const std::vector<Field>& fields, const json::Value& record,
                           const Path& path) {
    std::vector<bool> present(fields.size());
    std::size_t next = 0;
    for (const Member& member : *record.object()) {
        if (full()) return;
        const Field* field = find_field(fields, member.name, next);
        if (field == nullptr) {
            unknown(fields, member, path);
            continue;
        }
        if (is_absent(*field, member.value)) continue;
        if (field->computed) {
            computed(*field, path, member.value.offset);
            continue;
        }
        present[static_cast<std::size_t>(field - fields.data())] = true;
        check_field(*field, member.value, {&path, field});
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].required && !present[i]) missing(fields[i], path, record.offset);
    }
}

void Checker::check_field(const Field& field, const json::Value& value, const Path& path) {
    switch (field.type) {
        case FieldType::Text:
            return check_text(field, value, path);
        case FieldType::Date:
            return check_date(value, path);
        case FieldType::Number:
            return check_number(field, value, path);
        case FieldType::Boolean:
            if (value.boolean() == nullptr)
                wrong_type(value, path, {"true か false", "true or false"});
            return;
        case FieldType::Code:
            return field.many ? check_codes(field, value, path) : check_code(field, value, path);
        case FieldType::List:
            return check_list(field, value, path);
        case FieldType::Group:
            if (value.object() == nullptr)
                return wrong_type(value, path, {"項目名と値の組（オブジェクト）", "an object"});
            return check_record(field.fields, value, path);
    }
}

void Checker::check_text(const Field& field, const json::Value& value, const Path& path) {
    if (value.string() == nullptr) return wrong_type(value, path, {"文字列（\"…\"）", "a string"});
    check_characters(value, path);
    if (!field.max_length) return;
    const std::size_t limit = *field.max_length;
    // Most texts are short enough by their bytes alone; clusters are never more than bytes.
    const std::string& text = *value.string();
    const std::size_t length = text.size() <= limit ? 0 : count_graphemes(text);
    if (length <= limit) return;
    const std::string most = std::to_string(limit), found = std::to_string(length);
    add({.code = "data.too-long",
         .message = {"「" + field.name + "」は" + most + "文字以内です（" + found +
                         "文字あります）。",
                     "\"" + field.name + "\" may have " + most + " characters; it has " + found +
                         "."}},
        path, value.offset);
}

void Checker::check_characters(const json::Value& value, const Path& path) {
    const std::string& text = *value.string();
    const std::optional<Unprintable> bad = find_unprintable(text);
    if (!bad) return;
    Diagnostic finding = unprintable(*bad, text);
    finding.message.ja = "「" + name_of(path) + "」に" + finding.message.ja;
    finding.message.en = "\"" + name_of(path) + "\" " + finding.message.en;
    add(std::move(finding), path, value.offset);
}

void Checker::check_date(const json::Value& value, const Path& path) {
    if (value.object() != nullptr) return check_date_object(value, path);
    if (value.string() == nullptr)
        return wrong_type(value, path,
                          {"日付の文字列（\"2026-04-01\" など）", "a date in a string"});
    check_date_text(value, path);
}

void Checker::check_date_text(const json::Value& value, const Path& path) {
    Result<format::PartialDate> date = format::read_date(*value.string());
    if (date.ok()) return;
    for (Diagnostic& finding : std::move(date).findings()) {
        finding.message.ja = "「" + name_of(path) + "」: " + finding.message.ja;
        finding.message.en = "\"" + name_of(path) + "\": " + finding.message.en;
        add(std::move(finding), path, value.offset);
    }
}

void Checker::check_date_object(const json::Value& value, const Path& path) {
    bool wording = false;
    for (const Member& member : *value.object()) {
        const bool is_date = member.name == format::date_member;
        const bool is_wording = member.name == format::wording_member;
        if (!is_date && !is_wording) {
            unknown({}, member, path);
            continue;
        }
        const Path below{&path, nullptr, 0, is_date ? format::date_member : format::wording_member};
        if (member.value.is_null()) continue;
        if (member.value.string() == nullptr) {
            wrong_type(member.value, below, {"文字列（\"…\"）", "a string"});
        } else if (is_date) {
            if (!member.value.string()->empty()) check_date_text(member.value, below);
        } else {
            wording = !member.value.string()->empty();
            check_wording(member.value, below);
        }
    }
    if (wording) return;
    add({.code = "data.no-wording",
         .message = {"「" + name_of(path) + "」に「不詳表記」がありません。",
                     "\"" + name_of(path) + "\" has no \"不詳表記\"."},
         .hints =
             {{"印字する言い方（昭和10年10月日不詳 など）を書いてください。全部わかっている日付は"
               "文字列で書きます（\"2026-04-01\"）。",
               "Give the wording to print (昭和10年10月日不詳). Write a date that is wholly "
               "known as a string: \"2026-04-01\"."}}},
        path, value.offset);
}

/// A wording is printed as it stands; a date in its place is one that was entered in the wrong box.
void Checker::check_wording(const json::Value& value, const Path& path) {
    check_characters(value, path);
    if (!format::read_date(*value.string()).ok()) return;
    const std::string name = name_of(path);
    add({.code = "data.wording-is-date",
         .message = {"「" + name + "」の「不詳表記」に日付が書かれています。",
                     "The \"不詳表記\" of \"" + name + "\" is a date."},
         .hints =
             {{"全部わかっている日付は、不詳としないで日付として書いてください。一部だけわかる日付"
               "は、印字する言い方（昭和10年10月日不詳 など）を書いてください。",
               "Write a date that is wholly known as a date. For one that is not, give the "
               "wording to print (昭和10年10月日不詳)."}}},
        path, value.offset);
}

void Checker::check_number(const Field& field, const json::Value& value, const Path& path) {
    if (value.number() == nullptr)
        return wrong_type(value, path, {"数", "a number"}, {number_hint()});
    if (auto finding = find_number_fault(field, value.number()->text))
        add(*std::move(finding), path, value.offset);
}

void Checker::check_code(const Field& field, const json::Value& value, const Path& path) {
    if (value.string() == nullptr)
        return wrong_type(value, path, {"区分の文字列（\"…\"）", "a code in a string"});
    const bool known =
        std::find(field.codes.begin(), field.codes.end(), *value.string()) != field.codes.end();
    if (known) return;
    std::string codes;
    for (const std::string& code : field.codes)
        codes += (codes.empty() ? "" : ", ") + code;
    add({.code = "data.unknown-code",
         .message = {"「" + field.name + "」の区分にない値です。",
                     "\"" + field.name + "\" has a value that is none of its codes."},
         .hints = {{"使える値: " + codes, "Codes: " + codes}}},
        path, value.offset);
}

void Checker::check_codes(const Field& field, const json::Value& value, const Path& path) {
    const json::Array* codes = value.array();
    if (codes == nullptr)
        return wrong_type(value, path, {"区分の並び（[\"…\"]）", "a list of codes"});
    for (std::size_t i = 0; i < codes->size() && !full(); ++i)
        check_code(field, (*codes)[i], {&path, nullptr, i});
}

void Checker::check_list(const Field& field, const json::Value& value, const Path& path) {
    const json::Array* items = value.array();
    if (items == nullptr) return wrong_type(value, path, {"並び（[…]）", "a list"});
    if (field.max_items && items->size() > *field.max_items) {
        const std::string most = std::to_string(*field.max_items);
        const std::string found = std::to_string(items->size());
        add({.code = "data.too-many-items",
             .message = {"「" + field.name + "」は" + most + "件以内です（" + found +
                             "件あります）。",
                         "\"" + field.name + "\" may have " + most + " items; it has " + found +
                             "."}},
            path, value.offset);
    }
    for (std::size_t i = 0; i < items->size() && !full(); ++i) {
        const json::Value& item = (*items)[i];
        const Path below{&path, nullptr, i};
        if (item.object() != nullptr) {
            check_record(field.fields, item, below);
        } else {
            wrong_type(item, below, {"項目名と値の組（オブジェクト）", "an object"});
        }
    }
}

/// The findings of one severity end with one that says that there are more; only errors end the
/// check, so that a thousand items with a member too many still print.
void Checker::add(Diagnostic finding, const Path& path, std::size_t offset) {
    const bool error = finding.severity == Severity::Error;
    std::size_t& count = error ? errors_ : warnings_;
    if (count > finding_limit) return;
    if (count++ == finding_limit) {
        finding = {.severity = finding.severity,
                   .code = "data.too-many-findings",
                   .message = {"同じような指摘が多すぎるため、残りを省きました。",
                               "There are more findings like these; the rest is left out."}};
        offset = no_offset;
    } else {
        finding.origin.data_pointer = pointer_of(path);
    }
    findings_.push_back({std::move(finding), offset});
}

void Checker::missing(const Field& field, const Path& record, std::size_t offset) {
    add({.code = "data.required",
         .message = {"必須の項目「" + field.name + "」がありません。",
                     "The required value \"" + field.name + "\" is missing."}},
        {&record, &field}, offset);
}

void Checker::computed(const Field& field, const Path& record, std::size_t offset) {
    add({.code = "data.computed",
         .message = {"「" + field.name + "」は計算する項目なので、データには書けません。",
                     "\"" + field.name + "\" is computed; no data give it."}},
        {&record, &field}, offset);
}

void Checker::unknown(const std::vector<Field>& fields, const Member& member, const Path& record) {
    Diagnostic finding{.severity = Severity::Warning,
                       .code = "data.unknown-member",
                       .message = {"様式にない項目があります。印字されません。",
                                   "The form declares no such value; it is not printed."}};
    std::vector<std::string_view> names;
    for (const Field& field : fields)
        names.push_back(field.name);
    if (const auto meant = similar_name(member.name, names)) {
        finding.hints.push_back({"「" + std::string(*meant) + "」の書き誤りではありませんか。",
                                 "Did you mean \"" + std::string(*meant) + "\"?"});
    }
    add(std::move(finding), record, member.value.offset);
}

void Checker::wrong_type(const json::Value& value, const Path& path, BilingualText expected,
                         std::vector<BilingualText> hints) {
    const std::string name = name_of(path);
    add({.code = "data.wrong-type",
         .message = {"「" + name + "」の型が違います。" + expected.ja + "で書いてください。",
                     "\"" + name + "\" must be " + expected.en + "."},
         .hints = std::move(hints)},
        path, value.offset);
}

}  // namespace

std::vector<ValueFinding> check_values(const Template& form, const json::Value& root) {
    Checker checker;
    checker.check_root(form.fields, root);
    return checker.take();
}

}  // namespace madoguchi::templates
