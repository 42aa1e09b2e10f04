#include "api/printing/sort_key.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "templates/format/date.h"
#include "templates/format/number.h"

namespace madoguchi::api {

namespace {

using templates::Field;
using templates::FieldType;

Diagnostic no_field(const std::string& path) {
    return {
        .code = "collation.field",
        .message = {"「" + path + "」では並べられません。",
                    "Nothing can be sorted by \"" + path + "\"."},
        .hints = {{"並びの外にある、文字・日付・数・区分の項目を「世帯主.氏名」のように書いてくだ"
                   "さい。",
                   "Name a text, date, number or code outside of lists: 世帯主.氏名."}}};
}

std::vector<std::string> split(const std::string& path) {
    std::vector<std::string> steps(1);
    for (const char c : path) {
        if (c == '.') {
            steps.emplace_back();
        } else {
            steps.back() += c;
        }
    }
    return steps;
}

bool is_single(const Field& field) {
    switch (field.type) {
        case FieldType::Text:
        case FieldType::Date:
        case FieldType::Number:
            return true;
        case FieldType::Code:
            return !field.many;
        case FieldType::Boolean:
        case FieldType::List:
        case FieldType::Group:
            return false;
    }
    return false;
}

std::string flipped(std::string digits) {
    for (char& digit : digits)
        digit = static_cast<char>('0' + '9' - digit);
    return digits;
}

/// Sign, length of the integer, digits: "p03" "120" "5".
std::string number_key(std::string_view text) {
    const auto number = templates::format::read_decimal(text);
    if (!number) return {};
    std::string length = std::to_string(number->integer.size());
    length.insert(0, length.size() < 4 ? 4 - length.size() : 0, '0');
    std::string digits = length + std::string(number->integer) + std::string(number->fraction);
    if (!number->negative) return 'p' + digits;
    return 'n' + flipped(std::move(digits)) + '~';
}

}  // namespace

Result<SortField> find_sort_field(const templates::Template& form, const std::string& path) {
    SortField found{split(path)};
    const std::vector<Field>* fields = &form.fields;
    const Field* field = nullptr;
    for (const std::string& step : found.path) {
        const auto next = fields == nullptr
                              ? std::vector<Field>::const_iterator()
                              : std::find_if(fields->begin(), fields->end(),
                                             [&](const Field& one) { return one.name == step; });
        if (fields == nullptr || next == fields->end()) return no_field(path);
        field = &*next;
        fields = field->type == FieldType::Group ? &field->fields : nullptr;
    }
    if (field == nullptr || !is_single(*field)) return no_field(path);
    found.is_number = field->type == FieldType::Number;
    return found;
}

std::string value_of(const SortField& field, const templates::Data& data) {
    const templates::json::Value* value = &data.root;
    for (const std::string& step : field.path) {
        value = value->find(step);
        if (value == nullptr) return {};
    }
    if (const auto* date = value->find(templates::format::date_member)) value = date;
    if (value->string() != nullptr) return *value->string();
    return value->number() != nullptr ? value->number()->text : std::string();
}

struct SortOrder::Collator {
    std::unique_ptr<icu::Collator> icu;
};

SortOrder::SortOrder() : collator_(std::make_unique<Collator>()) {
    UErrorCode status = U_ZERO_ERROR;
    collator_->icu.reset(icu::Collator::createInstance(icu::Locale::getJapanese(), status));
}

SortOrder::~SortOrder() = default;

std::string SortOrder::key_of(const SortField& field, std::string_view value) const {
    if (field.is_number) return number_key(value);
    const icu::Collator* collator = collator_->icu.get();
    if (collator == nullptr) return std::string(value);
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(value.data(), static_cast<std::int32_t>(value.size())));
    std::string key(static_cast<std::size_t>(collator->getSortKey(text, nullptr, 0)), '\0');
    collator->getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()),
                         static_cast<std::int32_t>(key.size()));
    return key;
}

}  // namespace madoguchi::api
