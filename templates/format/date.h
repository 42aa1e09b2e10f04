// Dates as a register holds them: a day, or only a month or a year.
#pragma once

#include <string_view>

#include "base/result.h"

namespace madoguchi::templates::format {

/// A date in the Gregorian calendar; month and day are 0 where they are not known (不詳).
struct PartialDate {
    int year = 0;
    int month = 0;
    int day = 0;
    bool operator==(const PartialDate&) const = default;
};

/// Members of the object that stands for a date with a wording of its own:
/// {"日付": "1935", "不詳表記": "昭和10年月日不詳"}. "日付" may be left out when nothing is known.
inline constexpr std::string_view date_member = "日付";
inline constexpr std::string_view wording_member = "不詳表記";

/// Reads "2026-04-01", "1935-10" or "1935" (years 0001 to 9999, ASCII digits). Anything else, and a
/// day the calendar does not have, is a finding "data.bad-date" without a place.
Result<PartialDate> read_date(std::string_view text);

}  // namespace madoguchi::templates::format
