// Numbers of template files. They are worked out from their characters: what stands in the file is
// what is drawn, to the hundredth.
#include <algorithm>
#include <charconv>

#include "templates/format/number.h"
#include "templates/reading/values.h"

namespace madoguchi::templates::reading {

namespace {

/// The value in hundredths; nothing when the number has an exponent, more than two decimals (zeros
/// at the end apart) or far too many digits.
std::optional<std::int64_t> hundredths(std::string_view number) {
    const bool is_negative = number.starts_with('-');
    if (is_negative) number.remove_prefix(1);
    const std::size_t point = std::min(number.find('.'), number.size());
    std::string digits(number.substr(0, point));
    std::string decimals(number.substr(std::min(point + 1, number.size())));
    while (decimals.size() > 2 && decimals.back() == '0')
        decimals.pop_back();
    if (decimals.size() > 2 || digits.size() > 12) return std::nullopt;
    decimals.resize(2, '0');
    digits += decimals;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return is_negative ? -value : value;
}

std::string hundredths_text(std::int64_t value) {
    std::string text;
    append_decimal(text, static_cast<double>(value) / 100, 2);
    return text;
}

/// T5, T6, T7: they differ in the unit only.
struct Measure {
    int rule;
    BilingualText unit;
};

std::optional<std::int64_t> read_measure(Findings& findings, const Node& node,
                                         const limits::Range& range, const Measure& measure) {
    const json::Number* number = node.value.number();
    if (number == nullptr) {
        report_type(findings, node, {"数", "A number"});
        return std::nullopt;
    }
    const std::optional<std::int64_t> value = hundredths(number->text);
    if (value && range.contains(*value)) return value;
    if (!value) {
        findings.add(measure.rule, node,
                     {measure.unit.ja + "は小数2桁までの数で書きます。",
                      measure.unit.en + " is written with at most two decimals."});
        return std::nullopt;
    }
    const std::string span = hundredths_text(range.least) + "–" + hundredths_text(range.most);
    findings.add(measure.rule, node,
                 {measure.unit.ja + "は " + span + " の範囲です。",
                  measure.unit.en + " lies between these: " + span + "."});
    return std::nullopt;
}

}  // namespace

std::optional<Length> Millimetres::operator()(Findings& findings, const Node& node) const {
    const auto value =
        read_measure(findings, node, range, {5, {"長さ（mm）", "A length in millimetres"}});
    return value ? std::optional(Length::mm100(*value)) : std::nullopt;
}

std::optional<Length> Points::operator()(Findings& findings, const Node& node) const {
    const auto value =
        read_measure(findings, node, range, {6, {"文字の大きさ（pt）", "A size in points"}});
    return value ? std::optional(Length::pt(static_cast<double>(*value) / 100)) : std::nullopt;
}

std::optional<double> Ratio::operator()(Findings& findings, const Node& node) const {
    const auto value = read_measure(findings, node, range, {7, {"比率", "A ratio"}});
    return value ? std::optional(static_cast<double>(*value) / 100) : std::nullopt;
}

std::optional<std::string> read_bound(Findings& findings, const Node& node) {
    const json::Number* number = node.value.number();
    if (number == nullptr) {
        report_type(findings, node, {"数", "A number"});
        return std::nullopt;
    }
    const auto digits = static_cast<std::size_t>(std::count_if(
        number->text.begin(), number->text.end(), [](char c) { return c != '-' && c != '.'; }));
    if (digits <= limits::bound_digits && format::read_decimal(number->text)) return number->text;
    const std::string most = std::to_string(limits::bound_digits);
    findings.add(52, node,
                 {"範囲の端は指数を使わず、" + most + "桁までの数で書きます。",
                  "A bound is written without exponent, with at most " + most + " digits."});
    return std::nullopt;
}

std::optional<int> Count::operator()(Findings& findings, const Node& node) const {
    const json::Number* number = node.value.number();
    if (number == nullptr) {
        report_type(findings, node, {"整数", "A whole number"});
        return std::nullopt;
    }
    const std::string& text = number->text;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole = error == std::errc() && end == text.data() + text.size();
    if (is_whole && range.contains(value)) return value;
    const std::string span = std::to_string(range.least) + "–" + std::to_string(range.most);
    findings.add(8, node,
                 {span + " の整数で書きます。", "A whole number between these: " + span + "."});
    return std::nullopt;
}

}  // namespace madoguchi::templates::reading
