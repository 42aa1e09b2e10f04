#include "templates/format/wareki.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "templates/format/date.h"
#include "templates/format/format.h"

namespace madoguchi::templates::format {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What a format prints, or the code of its finding in angle brackets.
std::string print(std::string_view name, const Input& input) {
    const Format* format = find_format(name);
    if (format == nullptr) return "<no format>";
    const Result<std::string> printed = format->function(input);
    return printed.ok() ? *printed : "<" + printed.findings().front().code + ">";
}

struct Case {
    std::string_view format;
    std::string_view date;
    std::string_view printed;
};

void expect_print(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        EXPECT_EQ(print(c.format, {c.date}), c.printed);
    }
}

TEST(Dates, EdgeDays) {
    expect_print({{"和暦", "1873-01-01", "明治6年1月1日"},
                  {"和暦略", "1873-01-01", "M6.1.1"},
                  {"和暦", "1912-07-29", "明治45年7月29日"},
                  {"和暦", "1912-07-30", "大正元年7月30日"},
                  {"和暦", "1912-07-31", "大正元年7月31日"},
                  {"和暦", "1926-12-24", "大正15年12月24日"},
                  {"和暦", "1926-12-25", "昭和元年12月25日"},
                  {"和暦", "1926-12-26", "昭和元年12月26日"},
                  {"和暦", "1989-01-07", "昭和64年1月7日"},
                  {"和暦", "1989-01-08", "平成元年1月8日"},
                  {"和暦", "1989-01-09", "平成元年1月9日"},
                  {"和暦", "2019-04-30", "平成31年4月30日"},
                  {"和暦", "2019-05-01", "令和元年5月1日"},
                  {"和暦", "2019-05-02", "令和元年5月2日"},
                  {"和暦", "2020-01-01", "令和2年1月1日"},
                  {"和暦", "9999-12-31", "令和7981年12月31日"}});
}

TEST(Dates, Formats) {
    expect_print({{"和暦略", "2026-04-01", "R8.4.1"},
                  {"和暦略", "2019-05-01", "R1.5.1"},
                  {"和暦略", "1935-10", "S10.10"},
                  {"元号", "1912-07-29", "明治"},
                  {"元号略", "1912-07-30", "T"},
                  {"年", "2019-12-31", "元"},
                  {"年", "2026-04-01", "8"},
                  {"年数", "2019-12-31", "1"},
                  {"年2桁", "2019-12-31", "01"},
                  {"年2桁", "1989-01-07", "64"},
                  {"月", "2026-04-01", "4"},
                  {"月2桁", "2026-04-01", "04"},
                  {"日", "2026-04-01", "1"},
                  {"日2桁", "2026-04-01", "01"},
                  {"西暦", "2026-04-01", "2026年4月1日"},
                  {"西暦", "1868-01-24", "1868年1月24日"},
                  {"西暦年", "1935", "1935"}});
}

TEST(Dates, PartlyKnown) {
    expect_print({{"和暦", "1935-10", "昭和10年10月"},
                  {"和暦", "1935", "昭和10年"},
                  {"西暦", "1935-10", "1935年10月"},
                  {"西暦", "1935", "1935年"},
                  {"月", "1935", "不詳"},
                  {"日", "1935-10", "不詳"},
                  {"月", "1935-10", "10"},
                  {"年", "1935", "10"},
                  // A month or a year in which the era changes has no certain era year …
                  {"和暦", "1926", "<format.ambiguous-era>"},
                  {"和暦", "1926-12", "<format.ambiguous-era>"},
                  {"元号", "1989-01", "<format.ambiguous-era>"},
                  {"年", "2019", "<format.ambiguous-era>"},
                  {"和暦", "1912-07", "<format.ambiguous-era>"},
                  {"和暦", "1873", "明治6年"},
                  {"和暦", "1873-01", "明治6年1月"},
                  // … but the months beside it have, and so has 令和's first, which began with it.
                  {"和暦", "1926-11", "大正15年11月"},
                  {"和暦", "1927-01", "昭和2年1月"},
                  {"和暦", "2019-04", "平成31年4月"},
                  {"和暦", "2019-05", "令和元年5月"},
                  {"月", "1926-12", "12"}});
}

TEST(Dates, Calendar) {
    expect_print({{"和暦", "2024-02-29", "令和6年2月29日"},
                  {"和暦", "2025-02-29", "<data.bad-date>"},
                  {"和暦", "2000-02-29", "平成12年2月29日"},
                  {"和暦", "1900-02-29", "<data.bad-date>"},
                  {"和暦", "2026-04-31", "<data.bad-date>"},
                  {"和暦", "2026-13-01", "<data.bad-date>"},
                  {"和暦", "2026-00-01", "<data.bad-date>"},
                  {"和暦", "2026-04-00", "<data.bad-date>"},
                  {"和暦", "2026-4-1", "<data.bad-date>"},
                  {"和暦", "2026/04/01", "<data.bad-date>"},
                  {"和暦", "20260401", "<data.bad-date>"},
                  {"和暦", "２０２６", "<data.bad-date>"},
                  {"和暦", "2026-04-01T00:00", "<data.bad-date>"},
                  {"西暦", "0000-01-01", "<data.bad-date>"},
                  {"和暦", "-026-04-01", "<data.bad-date>"},
                  {"日", "2025-02-29", "<data.bad-date>"}});
}

TEST(Dates, BeforeThisCalendarThereIsNoEraYear) {
    for (const std::string_view date : {"0001-01-01", "1860-01-01", "1868-01-25", "1870-02-15",
                                        "1872-12-31", "1872-12", "1872", "1868", "1867"}) {
        for (const std::string_view name : {"和暦", "和暦略", "元号", "元号略", "年", "年2桁"})
            EXPECT_EQ(print(name, {date}), "<format.old-calendar>") << name << ' ' << date;
    }
    EXPECT_EQ(print("西暦", {"1870-02-15"}), "1870年2月15日");
    EXPECT_EQ(print("和暦", {"1870-02-15", "明治3年1月15日"}), "明治3年1月15日");
}

/// What the finding advises.
std::string hints(std::string_view name, const Input& input) {
    const Result<std::string> printed = find_format(name)->function(input);
    std::string ja;
    for (const BilingualText& hint : printed.findings().front().hints)
        ja += hint.ja + '\n';
    return ja;
}

TEST(DateWording, IsNotAskedForWhereItIsThereAlready) {
    for (const std::string_view date : {"1860-01-01", "1926"}) {
        for (const std::string_view name : {"元号", "年"}) {
            EXPECT_THAT(hints(name, {date}), HasSubstr("言い方をそのまま書いてください"));
            const std::string advice = hints(name, {date, "安政7年"});
            EXPECT_THAT(advice, Not(HasSubstr("言い方をそのまま書いてください")));
            EXPECT_THAT(advice, HasSubstr("「日付」を消す"));
        }
    }
}

TEST(DateWording, StandsWhereAWholeDateIsPrinted) {
    const Input input{"1935", "昭和10年月日不詳"};
    for (const std::string_view name : {"和暦", "和暦略", "西暦"})
        EXPECT_EQ(print(name, input), "昭和10年月日不詳") << name;
    EXPECT_EQ(print("年", input), "10");
    EXPECT_EQ(print("月", input), "不詳");
    EXPECT_EQ(print("元号", input), "昭和");
}

TEST(DateWording, MakesAnAmbiguousEraPrintable) {
    EXPECT_EQ(print("和暦", {"1926", "大正15年月日不詳"}), "大正15年月日不詳");
}

TEST(DateWording, AloneLeavesEveryPartUnknown) {
    const Input input{"", "年月日不詳"};
    EXPECT_EQ(print("和暦", input), "年月日不詳");
    for (const std::string_view name : {"元号", "元号略", "年", "年2桁", "月", "日", "西暦年"})
        EXPECT_EQ(print(name, input), "不詳") << name;
}

}  // namespace
}  // namespace madoguchi::templates::format
