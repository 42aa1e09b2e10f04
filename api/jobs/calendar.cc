#include "api/jobs/calendar.h"

#include <algorithm>

namespace madoguchi::api::jobs {

namespace {

/// 年末年始: offices of local governments are closed by their ordinances, after the law of 1988.
bool is_turn_of_the_year(const Day& day) {
    const auto month = static_cast<unsigned>(day.month());
    const auto number = static_cast<unsigned>(day.day());
    return (month == 12 && number >= 29) || (month == 1 && number <= 3);
}

bool is_within(const Hours& hours, Minutes minute) {
    return minute >= hours.from && minute < hours.until;
}

}  // namespace

bool is_open(const Calendar& calendar, std::chrono::local_time<Minutes> local) {
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const Day day(midnight);
    const Minutes minute = local - midnight;
    for (const Calendar::Special& special : calendar.specials) {
        if (special.day == day) return is_within(special.hours, minute);
    }
    const bool is_holiday = std::find(calendar.holidays.begin(), calendar.holidays.end(), day) !=
                            calendar.holidays.end();
    if (is_holiday || is_turn_of_the_year(day)) return false;
    const auto& hours = calendar.week[std::chrono::weekday(midnight).c_encoding()];
    return hours && is_within(*hours, minute);
}

}  // namespace madoguchi::api::jobs
