// Numbers on paper: grouped digits, amounts of money, kanji numerals.
//
// A number is text ("-1234567.50") and is worked on as text, so that none is too long or loses a
// digit. Kanji numerals with unit names reach to 無量大数 (72 digits); what is longer is a finding
// ("format.number-too-long").
#pragma once

#include <optional>

#include "templates/format/input.h"

namespace madoguchi::templates::format {

/// A decimal number taken apart: no leading zeros but a single one, "-0" is not negative.
struct Decimal {
    bool negative = false;
    std::string_view integer;
    std::string_view fraction;  ///< without the point; empty when there is none
};

/// "-12.50"; nothing for whatever is not an optional minus, digits without a needless leading zero
/// and optionally a point with digits. Exponents are no way to write an amount.
std::optional<Decimal> read_decimal(std::string_view text);

bool is_less(const Decimal& a, const Decimal& b);

Result<std::string> grouped(const Input& number);   ///< 1,234,567 (-1,234.5)
Result<std::string> yen(const Input& number);       ///< 1,234,567円; refuses fractions
Result<std::string> yen_sign(const Input& number);  ///< ¥1,234,567; refuses fractions

/// 千二百三十四. 十, 百 and 千 take no 一, but 千 before 万, 億 … does: 一千万. Of a text, each run
/// of digits of either width is converted and the rest stays: 令和８年4月1日 becomes
/// 令和八年四月一日. A run with a zero before it is a label and is written digit by digit: 010 is
/// 〇一〇. Digits that go on behind a comma or a point are parts of a number, and a finding
/// ("format.not-a-number").
Result<std::string> kanji(const Input& number);
/// 一二三四, digit by digit, of a number or of every digit in a text: 二〇二六, 三・一四.
Result<std::string> kanji_digits(const Input& number);
/// 大字: 壱千弐百参拾四, with the characters that 戸籍法施行規則 第31条 prescribes (壱弐参拾) and
/// every 壱 written, so that nothing can be put before a unit.
Result<std::string> formal(const Input& number);
/// 金壱百弐拾万円也; refuses fractions and negative amounts.
Result<std::string> formal_yen(const Input& number);

}  // namespace madoguchi::templates::format
