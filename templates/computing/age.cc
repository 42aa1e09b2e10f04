#include "templates/computing/age.h"

#include <utility>

namespace madoguchi::templates::computing {

using format::PartialDate;

std::optional<int> age_between(const PartialDate& birth, const PartialDate& day) {
    if (day.month == 0 || day.day == 0) return std::nullopt;
    const auto years = [&](int month, int day_of_month) {
        const bool is_reached = std::pair(day.month, day.day) >= std::pair(month, day_of_month);
        return day.year - birth.year - (is_reached ? 0 : 1);
    };
    const int most = years(birth.month == 0 ? 1 : birth.month, birth.day == 0 ? 1 : birth.day);
    const int least = years(birth.month == 0 ? 12 : birth.month, birth.day == 0 ? 31 : birth.day);
    if (most != least) return std::nullopt;
    return most;
}

}  // namespace madoguchi::templates::computing
