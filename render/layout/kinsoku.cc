// JIS X 4051:2004 §4.1, JLREQ §3.1.10 (分離禁止): no line end inside a run of digits or of Latin
// letters, between a number and what it counts, or between a prefixed abbreviation and its number.
// UAX #14 gives full-width digits and letters the class of ideographs and so parts them.

#include "render/layout/kinsoku.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"

namespace madoguchi::render {

namespace {

constexpr std::u32string_view kanji_digits = U"〇一二三四五六七八九十百千万億兆";
/// What is written between the digits of one number: 1,000 12.5 03-1234-5678 3/4.
constexpr std::u32string_view inside_numbers = U"，．,.・－-‐‑−ー／/：:";
constexpr std::u32string_view prefixes = U"〒№＃#￥¥＄$第約";
constexpr std::u32string_view never_first = U"～〜／";
constexpr std::u32string_view units = U"㎡㎥㎝㎜㎞㎏㎎㏄℃％‰°′″％%ℓ度";
/// First characters of counters (助数詞).
constexpr std::u32string_view counters =
    U"年月日時分秒週人名歳才世代回件通部枚号番丁階室円個台冊組本棟戸級条項点割種か箇ヶヵカケ";
/// Counters of two characters, whose second must stay too.
constexpr std::array<std::u32string_view, 12> long_counters = {U"丁目", U"番地", U"号室", U"世帯",
                                                               U"か月", U"箇月", U"ヶ月", U"カ月",
                                                               U"週間", U"年度", U"年間", U"日間"};

bool is_in(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}
bool is_ascii_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool is_wide_digit(char32_t c) {
    return c >= U'０' && c <= U'９';
}
bool is_digit(char32_t c) {
    return is_ascii_digit(c) || is_wide_digit(c) || is_in(kanji_digits, c);
}
bool is_wide_letter(char32_t c) {
    return (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ') || is_wide_digit(c);
}

/// The first code points of a text's characters, nought outside.
class Letters {
  public:
    explicit Letters(const fonts::ShapedText& text) : text_(text) {}
    char32_t operator[](std::size_t index) const {
        if (index >= text_.characters.size()) return 0;
        return decode_utf8(text_.text, text_.characters[index].offset).code_point;
    }

  private:
    const fonts::ShapedText& text_;
};

bool inside_long_counter(const Letters& letters, std::size_t before) {
    if (before < 2 || !is_digit(letters[before - 2])) return false;
    const std::array<char32_t, 2> pair = {letters[before - 1], letters[before]};
    return std::any_of(long_counters.begin(), long_counters.end(), [&](auto counter) {
        return counter == std::u32string_view(pair.data(), pair.size());
    });
}

bool belong_together(const Letters& letters, std::size_t index) {
    const char32_t left = letters[index - 1], right = letters[index];
    if (is_in(never_first, right) || is_in(prefixes.substr(0, 2), left)) return true;
    if (is_digit(left) && is_digit(right)) return true;
    if (is_wide_letter(left) && is_wide_letter(right)) return true;
    if (is_digit(left) && (is_in(units, right) || is_in(counters, right))) return true;
    if (is_in(prefixes, left) && is_digit(right)) return true;
    if (is_digit(left) && is_in(inside_numbers, right)) return is_digit(letters[index + 1]);
    if (is_in(inside_numbers, left) && is_digit(right)) {
        return index >= 2 && is_digit(letters[index - 2]);
    }
    return inside_long_counter(letters, index);
}

/// A telephone number or net address that is longer than its line is parted behind a sign.
bool parts_in_emergency(const Letters& letters, std::size_t index) {
    const auto is_letter = [](char32_t c) {
        return is_ascii_digit(c) || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
    };
    return is_in(U"-/.@_&=?", letters[index - 1]) && index >= 2 && is_letter(letters[index - 2]) &&
           is_letter(letters[index]);
}

}  // namespace

void keep_together(const fonts::ShapedText& text, std::vector<BreakPoint>& breaks) {
    const Letters letters(text);
    for (std::size_t i = 1; i < breaks.size(); ++i) {
        const bool keeps = breaks[i] == BreakPoint::Allowed && belong_together(letters, i);
        const bool gives = breaks[i] == BreakPoint::Never && parts_in_emergency(letters, i);
        if (keeps || gives) breaks[i] = BreakPoint::Emergency;
    }
}

}  // namespace madoguchi::render
