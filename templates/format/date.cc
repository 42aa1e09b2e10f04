#include "templates/format/date.h"

namespace madoguchi::templates::format {

namespace {

constexpr std::size_t year_size = 4, month_size = 7, day_size = 10;

bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/// The number that `digits` write, or -1.
int read_digits(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return -1;
        value = value * 10 + (digit - '0');
    }
    return value;
}

Diagnostic bad_shape() {
    return {
        .code = "data.bad-date",
        .message = {"日付の書き方が正しくありません。", "The date is not written as a date."},
        .hints = {
            {"「2026-04-01」の形で書きます。日や月が不詳のときは「1935-10」「1935」と書きます。",
             "Write \"2026-04-01\", or \"1935-10\" or \"1935\" when the day or the month "
             "is not known."}}};
}

Diagnostic no_such_day() {
    return {.code = "data.bad-date",
            .message = {"暦にない日付です。", "The calendar has no such date."},
            .hints = {{"月と日を確かめてください。", "Check the month and the day."}}};
}

}  // namespace

Result<PartialDate> read_date(std::string_view text) {
    const std::size_t size = text.size();
    if (size != year_size && size != month_size && size != day_size) return bad_shape();
    PartialDate date;
    date.year = read_digits(text.substr(0, 4));
    if (size >= month_size) date.month = text[4] == '-' ? read_digits(text.substr(5, 2)) : -1;
    if (size == day_size) date.day = text[7] == '-' ? read_digits(text.substr(8, 2)) : -1;
    if (date.year < 0 || date.month < 0 || date.day < 0) return bad_shape();
    const bool month_known = size >= month_size;
    const bool day_known = size == day_size;
    if (date.year == 0 || (month_known && (date.month < 1 || date.month > 12)))
        return no_such_day();
    if (day_known && (date.day < 1 || date.day > days_in(date.year, date.month)))
        return no_such_day();
    return date;
}

}  // namespace madoguchi::templates::format
