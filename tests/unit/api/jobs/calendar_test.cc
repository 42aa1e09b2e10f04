#include "api/jobs/calendar.h"

#include <gtest/gtest.h>

namespace madoguchi::api::jobs {
namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;

constexpr Day day(int year, unsigned month, unsigned number) {
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

bool open_at(const Calendar& calendar, Day on, Minutes minute) {
    return is_open(calendar, local_days(on) + minute);
}

TEST(Calendar, OpensOnWeekdaysFromHalfPastEight) {
    const Calendar usual;
    const Day wednesday = day(2026, 4, 1);
    EXPECT_FALSE(open_at(usual, wednesday, 8h + 29min));
    EXPECT_TRUE(open_at(usual, wednesday, 8h + 30min));
    EXPECT_TRUE(open_at(usual, wednesday, 17h + 14min));
    EXPECT_FALSE(open_at(usual, wednesday, 17h + 15min));
    EXPECT_FALSE(open_at(usual, day(2026, 4, 4), 12h)) << "Saturday";
    EXPECT_FALSE(open_at(usual, day(2026, 4, 5), 12h)) << "Sunday";
}

TEST(Calendar, ClosesAtTheTurnOfTheYear) {
    const Calendar usual;
    EXPECT_TRUE(open_at(usual, day(2026, 12, 28), 12h));
    for (const Day closed : {day(2026, 12, 29), day(2026, 12, 30), day(2026, 12, 31),
                             day(2027, 1, 1), day(2029, 1, 2), day(2029, 1, 3)})
        EXPECT_FALSE(open_at(usual, closed, 12h));
    EXPECT_TRUE(open_at(usual, day(2027, 1, 4), 12h));
}

TEST(Calendar, KnowsHolidaysAndNightsOfItsOwn) {
    Calendar calendar;
    calendar.holidays = {day(2026, 4, 29)};
    calendar.specials = {{day(2026, 4, 30), {8h + 30min, 20h}},
                         {day(2026, 4, 4), {9h, 12h}},
                         {day(2026, 12, 30), {9h, 12h}}};
    EXPECT_FALSE(open_at(calendar, day(2026, 4, 29), 12h));
    EXPECT_TRUE(open_at(calendar, day(2026, 4, 30), 19h));
    EXPECT_TRUE(open_at(calendar, day(2026, 4, 4), 10h));
    EXPECT_FALSE(open_at(calendar, day(2026, 4, 4), 13h));
    EXPECT_TRUE(open_at(calendar, day(2026, 12, 30), 9h));
}

}  // namespace
}  // namespace madoguchi::api::jobs
