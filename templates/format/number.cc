#include "templates/format/number.h"

#include <algorithm>
#include <array>
#include <vector>

#include "templates/format/digits.h"

namespace madoguchi::templates::format {

namespace {

/// The names of 10^4, 10^8 … 10^68 (塵劫記).
constexpr std::array<std::string_view, 18> group_names = {
    "",   "万", "億", "兆", "京",     "垓",     "秭",     "穣",       "溝",
    "澗", "正", "載", "極", "恒河沙", "阿僧祇", "那由他", "不可思議", "無量大数"};

struct Numerals {
    std::array<std::string_view, 10> digits;
    std::array<std::string_view, 4> units;
    enum class One { Omitted, Written } one = One::Omitted;
};

constexpr Numerals plain_numerals = {{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                                     {"", "十", "百", "千"},
                                     Numerals::One::Omitted};
constexpr Numerals formal_numerals = {{"零", "壱", "弐", "参", "四", "五", "六", "七", "八", "九"},
                                      {"", "拾", "百", "千"},
                                      Numerals::One::Written};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t value_of(char digit) {
    return static_cast<std::size_t>(digit - '0');
}

Diagnostic not_a_number() {
    return {.code = "format.not-a-number",
            .message = {"数として読めない値です。", "The value cannot be read as a number."},
            .hints = {{"数字だけで書いてください（例 1234567）。", "Write digits only: 1234567."}}};
}

Diagnostic has_fraction() {
    return {.code = "format.fraction",
            .message = {"円の額に小数は使えません。", "An amount of yen has no decimals."},
            .hints = {{"整数で書いてください。", "Write a whole number."}}};
}

Diagnostic too_long() {
    return {.code = "format.number-too-long",
            .message = {"桁数が多すぎて漢数字で書けません（72桁まで）。",
                        "The number is too long for kanji numerals (72 digits at most)."}};
}

/// 1234 of one group of four; `above` is how many groups of four stand behind it.
void append_group(std::string& out, std::string_view digits, std::size_t above,
                  const Numerals& numerals) {
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const std::size_t digit = value_of(digits[i]);
        const std::size_t place = digits.size() - 1 - i;
        if (digit == 0) continue;
        const bool thousand_of_group = place == 3 && above > 0;
        const bool silent =
            digit == 1 && place > 0 && !thousand_of_group && numerals.one == Numerals::One::Omitted;
        if (!silent) out += numerals.digits[digit];
        out += numerals.units[place];
    }
}

Result<std::string> with_units(std::string_view digits, const Numerals& numerals) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty()) return std::string(numerals.digits[0]);
    if (digits.size() > group_names.size() * 4) return too_long();
    std::string out;
    while (!digits.empty()) {
        const std::size_t above = (digits.size() - 1) / 4;
        const std::string_view group = digits.substr(0, digits.size() - above * 4);
        digits.remove_prefix(group.size());
        if (group.find_first_not_of('0') == std::string_view::npos) continue;
        append_group(out, group, above, numerals);
        out += group_names[above];
    }
    return out;
}

std::string group_by_three(const Decimal& number) {
    std::string out = number.negative ? "-" : "";
    for (std::size_t i = 0; i < number.integer.size(); ++i) {
        if (i > 0 && (number.integer.size() - i) % 3 == 0) out += ',';
        out += number.integer[i];
    }
    if (!number.fraction.empty()) {
        out += '.';
        out += number.fraction;
    }
    return out;
}

Result<Decimal> read_whole(std::string_view text) {
    const std::optional<Decimal> number = read_decimal(text);
    if (!number) return not_a_number();
    if (!number->fraction.empty()) return has_fraction();
    return *number;
}

std::string one_by_one(std::string_view digits, const Numerals& numerals) {
    std::string out;
    for (const char digit : digits)
        out += numerals.digits[value_of(digit)];
    return out;
}

/// Zeros before a number are no part of its value: what has them is a label (010号室).
Result<std::string> run_in_numerals(std::string_view digits, const Numerals& numerals) {
    const bool is_label = digits.size() > 1 && digits.front() == '0';
    if (is_label) return one_by_one(digits, numerals);
    return with_units(digits, numerals);
}

/// Converting the parts of a number would print another one.
Result<std::string> runs_with_units(std::string_view text, const Numerals& numerals) {
    std::string out;
    const std::vector<TextRun> runs = split_at_digits(text);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].digits.empty()) {
            out += runs[i].text;
            continue;
        }
        if (goes_on(runs, i)) return not_a_number();
        out += TRY(run_in_numerals(runs[i].digits, numerals));
    }
    return out;
}

Result<std::string> number_or_runs(std::string_view text, const Numerals& numerals) {
    const std::optional<Decimal> number = read_decimal(text);
    if (!number) return runs_with_units(text, numerals);
    if (!number->fraction.empty()) return not_a_number();
    std::string out = TRY(with_units(number->integer, numerals));
    return number->negative ? "マイナス" + out : out;
}

/// Fractions are compared digit by digit: .5 is .50.
int compare_fractions(std::string_view a, std::string_view b) {
    const auto without_zeros = [](std::string_view fraction) {
        return fraction.substr(0, fraction.find_last_not_of('0') + 1);
    };
    return without_zeros(a).compare(without_zeros(b));
}

int compare_sizes(const Decimal& a, const Decimal& b) {
    if (a.integer.size() != b.integer.size()) return a.integer.size() < b.integer.size() ? -1 : 1;
    const int order = a.integer.compare(b.integer);
    return order != 0 ? order : compare_fractions(a.fraction, b.fraction);
}

}  // namespace

std::optional<Decimal> read_decimal(std::string_view text) {
    Decimal number;
    number.negative = text.starts_with('-');
    if (number.negative) text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    number.integer = text.substr(0, point);
    if (point < text.size()) {
        number.fraction = text.substr(point + 1);
        if (number.fraction.empty()) return std::nullopt;
    }
    const bool digits = std::all_of(number.integer.begin(), number.integer.end(), is_digit) &&
                        std::all_of(number.fraction.begin(), number.fraction.end(), is_digit);
    const bool needless_zero = number.integer.size() > 1 && number.integer.front() == '0';
    if (!digits || number.integer.empty() || needless_zero) return std::nullopt;
    if (text.find_first_not_of("0.") == std::string_view::npos) number.negative = false;
    return number;
}

bool is_less(const Decimal& a, const Decimal& b) {
    if (a.negative != b.negative) return a.negative;
    return a.negative ? compare_sizes(b, a) < 0 : compare_sizes(a, b) < 0;
}

Result<std::string> grouped(const Input& input) {
    const std::optional<Decimal> number = read_decimal(input.text);
    if (!number) return not_a_number();
    return group_by_three(*number);
}

Result<std::string> yen(const Input& input) {
    const Decimal number = TRY(read_whole(input.text));
    return group_by_three(number) + "円";
}

Result<std::string> yen_sign(const Input& input) {
    const Decimal number = TRY(read_whole(input.text));
    return "¥" + group_by_three(number);
}

Result<std::string> kanji(const Input& input) {
    return number_or_runs(input.text, plain_numerals);
}

Result<std::string> kanji_digits(const Input& input) {
    const std::optional<Decimal> number = read_decimal(input.text);
    std::string out;
    if (number) {
        if (input.text.starts_with('-')) out += "マイナス";
        out += one_by_one(number->integer, plain_numerals);
        if (!number->fraction.empty()) out += "・" + one_by_one(number->fraction, plain_numerals);
        return out;
    }
    for (const TextRun& run : split_at_digits(input.text))
        out += run.digits.empty() ? std::string(run.text) : one_by_one(run.digits, plain_numerals);
    return out;
}

Result<std::string> formal(const Input& input) {
    return number_or_runs(input.text, formal_numerals);
}

Result<std::string> formal_yen(const Input& input) {
    const Decimal number = TRY(read_whole(input.text));
    if (number.negative) {
        return Diagnostic{.code = "format.negative",
                          .message = {"負の額は「金…円也」と書けません。",
                                      "A negative amount cannot be written as 金…円也."}};
    }
    const std::string numerals = TRY(with_units(number.integer, formal_numerals));
    return "金" + numerals + "円也";
}

}  // namespace madoguchi::templates::format
