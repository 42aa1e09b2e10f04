// Dates on paper: 和暦 (era years) and 西暦.
//
// Eras change on the day named below, and that day already belongs to the new era:
//   明治 from 1873-01-01 · 大正 1912-07-30 · 昭和 1926-12-25 · 平成 1989-01-08 · 令和 2019-05-01
//
// Until then Japan counted its days in another calendar. A date before 1873-01-01 may be a day of
// either, so it has no era year here: it is a finding that asks for a wording
// ("format.old-calendar"; docs/decisions/0006-dates-before-1873.md).
//
// A date that is not wholly known prints what is known: "1935-10" is 昭和10年10月, "1935" is
// 昭和10年. A date with its own wording (不詳表記) prints that wording wherever a whole date is
// printed. The formats for split boxes (年, 月, 日 …) print 不詳 for a part that is not known: an
// empty box would look forgotten.
//
// A month or year in which the era changes says nothing about the era: "1926" may be 大正15年 or
// 昭和元年. Choosing one would invent a fact, so this is a finding that asks for a wording
// ("format.ambiguous-era"). A wording does not help where a form prints the era or the year by
// itself; the finding then says what does.
#pragma once

#include "templates/format/input.h"

namespace madoguchi::templates::format {

Result<std::string> wareki(const Input& date);        ///< 令和8年4月1日, 令和元年5月1日
Result<std::string> wareki_short(const Input& date);  ///< R8.4.1, R1.5.1
Result<std::string> era(const Input& date);           ///< 令和
Result<std::string> era_letter(const Input& date);    ///< R
Result<std::string> era_year(const Input& date);      ///< 8, 元
Result<std::string> era_year_digits(const Input& date);  ///< 8, 1
Result<std::string> era_year_padded(const Input& date);  ///< 08, 01
Result<std::string> month(const Input& date);            ///< 4
Result<std::string> month_padded(const Input& date);     ///< 04
Result<std::string> day(const Input& date);              ///< 1
Result<std::string> day_padded(const Input& date);       ///< 01
Result<std::string> western(const Input& date);          ///< 2026年4月1日
Result<std::string> western_year(const Input& date);     ///< 2026

}  // namespace madoguchi::templates::format
