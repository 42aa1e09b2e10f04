#include "templates/number_check.h"

#include <string>

#include "templates/format/number.h"

namespace madoguchi::templates {

namespace {

using format::Decimal;

Diagnostic fault_of(const Field& field, std::string code, const BilingualText& said) {
    return {.code = std::move(code),
            .message = {"「" + field.name + "」は" + said.ja + "。",
                        "\"" + field.name + "\" " + said.en + "."}};
}

BilingualText decimals_of(const Field& field) {
    if (*field.decimals == 0) return {"整数で書いてください", "must be a whole number"};
    const std::string most = std::to_string(*field.decimals);
    return {"小数" + most + "桁までです", "may have at most " + most + " decimals"};
}

BilingualText range_of(const Field& field) {
    if (!field.maximum)
        return {*field.minimum + "以上の数です", "must be " + *field.minimum + " or more"};
    if (!field.minimum)
        return {*field.maximum + "以下の数です", "must be " + *field.maximum + " or less"};
    return {*field.minimum + "以上" + *field.maximum + "以下の数です",
            "must lie between " + *field.minimum + " and " + *field.maximum};
}

bool is_in_range(const Field& field, const Decimal& number) {
    const bool too_small =
        field.minimum && format::is_less(number, *format::read_decimal(*field.minimum));
    const bool too_large =
        field.maximum && format::is_less(*format::read_decimal(*field.maximum), number);
    return !too_small && !too_large;
}

}  // namespace

std::optional<Diagnostic> find_number_fault(const Field& field, std::string_view text) {
    const std::optional<Decimal> number = format::read_decimal(text);
    if (!number) {
        Diagnostic finding =
            fault_of(field, "data.bad-number",
                     {"十進数の書き方になっていません", "is not written as a decimal number"});
        finding.hints = {number_hint()};
        return finding;
    }
    if (field.decimals && number->fraction.size() > *field.decimals)
        return fault_of(field, "data.too-many-decimals", decimals_of(field));
    if (!is_in_range(field, *number)) return fault_of(field, "data.out-of-range", range_of(field));
    return std::nullopt;
}

BilingualText number_hint() {
    return {
        "半角の数字だけで書いてください（例 1234567、-12.5。JSON では引用符なし）。全角の数字、"
        "区切りの「,」、先頭の余分な 0、指数は使えません。",
        "Write half-width digits only: 1234567, -12.5 (without quotation marks in JSON); no "
        "full-width digits, separators, needless zeros or exponents."};
}

}  // namespace madoguchi::templates
