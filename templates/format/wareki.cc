#include "templates/format/wareki.h"

#include <array>

#include "templates/format/date.h"

namespace madoguchi::templates::format {

namespace {

struct Era {
    std::string_view name;
    std::string_view letter;
    int first_day;        ///< year * 10000 + month * 100 + day
    int year_before = 0;  ///< the western year that would be the era's year 0
};

/// 令和: 政令第143号 of 2019; 平成: 政令第1号 of 1989; 昭和, 大正: the imperial edicts of their
/// first days. 明治 is told from the day on which Japan took this calendar (太政官布告第337号 of
/// 明治5年).
constexpr std::array<Era, 5> eras = {{{"令和", "R", 20190501, 2018},
                                      {"平成", "H", 19890108, 1988},
                                      {"昭和", "S", 19261225, 1925},
                                      {"大正", "T", 19120730, 1911},
                                      {"明治", "M", 18730101, 1867}}};
constexpr std::string_view unknown = "不詳";

/// A date in its era.
struct EraDate {
    const Era* era = nullptr;
    int year = 0;
    PartialDate date;
};

const Era* era_of(int day) {
    for (const Era& candidate : eras) {
        if (day >= candidate.first_day) return &candidate;
    }
    return nullptr;
}

Diagnostic ambiguous_era() {
    return {.code = "format.ambiguous-era",
            .message = {"この年または月の途中で元号が変わるため、和暦を一つに決められません。",
                        "The era changes within this year or month, so its era year is not "
                        "certain."}};
}

Diagnostic old_calendar() {
    return {.code = "format.old-calendar",
            .message = {"明治6年より前の日付は旧暦で数えられていたため、和暦に換算できません。",
                        "Before 1873 Japan had another calendar, so the date's era year is not "
                        "certain."}};
}

/// What whoever entered the value can do; a wording that is there already did not help, because
/// the form prints the parts of the date.
Diagnostic with_hints(Diagnostic finding, const Input& input) {
    if (input.wording.empty()) {
        finding.hints = {{"「不詳表記」に印字する言い方をそのまま書いてください。",
                          "Give the wording to print in \"不詳表記\"."}};
        return finding;
    }
    finding.hints = {
        {"元号や年を分けて印字する欄には「不詳表記」を印字できません。「日付」を消すと、各欄に"
         "「不詳」と印字します。",
         "Where a form prints the era or the year by itself, \"不詳表記\" is not printed. Without "
         "\"日付\" each part prints 不詳."},
        {"様式で、日付を一つの欄にまとめて書式「和暦」で印字すれば「不詳表記」を印字できます。",
         "A form that prints the whole date with the format 和暦 prints \"不詳表記\"."}};
    return finding;
}

Result<EraDate> read_era_date(const Input& input) {
    const PartialDate date = TRY(read_date(input.text));
    const int first = date.year * 10000 + (date.month == 0 ? 1 : date.month) * 100 +
                      (date.day == 0 ? 1 : date.day);
    const int last = date.year * 10000 + (date.month == 0 ? 12 : date.month) * 100 +
                     (date.day == 0 ? 31 : date.day);
    const Era* era = era_of(last);
    if (era == nullptr) return with_hints(old_calendar(), input);
    if (era_of(first) != era) return with_hints(ambiguous_era(), input);
    return EraDate{era, date.year - era->year_before, date};
}

std::string year_text(int year) {
    return year == 1 ? "元" : std::to_string(year);
}

std::string padded(int number) {
    return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

void append_month_and_day(std::string& out, const PartialDate& date) {
    if (date.month != 0) out += std::to_string(date.month) + "月";
    if (date.day != 0) out += std::to_string(date.day) + "日";
}

/// One part of the date, 不詳 where the date does not say it.
Result<std::string> part(const Input& input, int PartialDate::*member, std::string (*print)(int)) {
    if (input.text.empty()) return std::string(unknown);
    const PartialDate date = TRY(read_date(input.text));
    return date.*member == 0 ? std::string(unknown) : print(date.*member);
}

Result<std::string> year_part(const Input& input, std::string (*print)(int)) {
    if (input.text.empty()) return std::string(unknown);
    const EraDate date = TRY(read_era_date(input));
    return print(date.year);
}

std::string plain(int number) {
    return std::to_string(number);
}

}  // namespace

Result<std::string> wareki(const Input& input) {
    if (!input.wording.empty()) return std::string(input.wording);
    const EraDate date = TRY(read_era_date(input));
    std::string out(date.era->name);
    out += year_text(date.year);
    out += "年";
    append_month_and_day(out, date.date);
    return out;
}

Result<std::string> wareki_short(const Input& input) {
    if (!input.wording.empty()) return std::string(input.wording);
    const EraDate date = TRY(read_era_date(input));
    std::string out(date.era->letter);
    out += std::to_string(date.year);
    for (const int number : {date.date.month, date.date.day}) {
        if (number != 0) out += "." + std::to_string(number);
    }
    return out;
}

Result<std::string> era(const Input& input) {
    if (input.text.empty()) return std::string(unknown);
    const EraDate date = TRY(read_era_date(input));
    return std::string(date.era->name);
}

Result<std::string> era_letter(const Input& input) {
    if (input.text.empty()) return std::string(unknown);
    const EraDate date = TRY(read_era_date(input));
    return std::string(date.era->letter);
}

Result<std::string> era_year(const Input& input) {
    return year_part(input, year_text);
}

Result<std::string> era_year_digits(const Input& input) {
    return year_part(input, plain);
}

Result<std::string> era_year_padded(const Input& input) {
    return year_part(input, padded);
}

Result<std::string> month(const Input& input) {
    return part(input, &PartialDate::month, plain);
}

Result<std::string> month_padded(const Input& input) {
    return part(input, &PartialDate::month, padded);
}

Result<std::string> day(const Input& input) {
    return part(input, &PartialDate::day, plain);
}

Result<std::string> day_padded(const Input& input) {
    return part(input, &PartialDate::day, padded);
}

Result<std::string> western(const Input& input) {
    if (!input.wording.empty()) return std::string(input.wording);
    const PartialDate date = TRY(read_date(input.text));
    std::string out = std::to_string(date.year) + "年";
    append_month_and_day(out, date);
    return out;
}

Result<std::string> western_year(const Input& input) {
    return part(input, &PartialDate::year, plain);
}

}  // namespace madoguchi::templates::format
