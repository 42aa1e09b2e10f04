// When a tenant's counter is open: jobs of Window::Closed run at all other times (要件 7.4).
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <vector>

namespace madoguchi::api::jobs {

using Minutes = std::chrono::minutes;
using Day = std::chrono::year_month_day;

/// Minutes of a day; `until` is not part of it.
struct Hours {
    Minutes from{0}, until{0};
};

/// In the local time of the municipality.
struct Calendar {
    /// Sunday first; nothing: closed all day. Monday to Friday 8:30 to 17:15 unless it is set.
    std::array<std::optional<Hours>, 7> week = {
        std::nullopt,
        Hours{Minutes{510}, Minutes{1035}},
        Hours{Minutes{510}, Minutes{1035}},
        Hours{Minutes{510}, Minutes{1035}},
        Hours{Minutes{510}, Minutes{1035}},
        Hours{Minutes{510}, Minutes{1035}},
        std::nullopt,
    };
    std::vector<Day> holidays;  ///< closed, as 12-29 to 01-03 always are
    struct Special {
        Day day;
        Hours hours;
    };
    std::vector<Special> specials;  ///< 夜間・休日開庁: instead of everything else on that day
};

/// Japan has had one time zone without summer time since 1952.
inline constexpr std::chrono::hours japan_offset{9};

bool is_open(const Calendar& calendar, std::chrono::local_time<Minutes> local);

}  // namespace madoguchi::api::jobs
