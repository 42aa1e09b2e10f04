#include "render/layout/customer_address.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace madoguchi::render {

namespace {

constexpr std::size_t postal_code_digits = 7;
constexpr std::size_t address_codes = 13;
constexpr char32_t gap = U' ';

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_letter(char32_t c) {
    return c >= U'A' && c <= U'Z';
}

/// Half-width capitals; all that people type for a hyphen is one.
char32_t plain(char32_t c) {
    constexpr std::u32string_view hyphens = U"‐‑‒–—―−－ｰ";
    if (c >= U'！' && c <= U'～') c -= U'！' - U'!';
    if (c >= U'a' && c <= U'z') c -= U'a' - U'A';
    if (hyphens.find(c) != hyphens.npos) return U'-';
    return c == U'　' || c == U'\t' || c == U'\n' ? gap : c;
}

std::u32string plain(std::string_view text) {
    std::u32string all = to_utf32(text);
    std::transform(all.begin(), all.end(), all.begin(), [](char32_t c) { return plain(c); });
    return all;
}

/// The postal code's digits; what is left of `text` begins behind it.
std::optional<std::string> take_postal_code(std::u32string_view& text) {
    std::string digits;
    std::size_t at = 0;
    for (; at < text.size() && digits.size() < postal_code_digits; ++at) {
        const bool may_be_left_out = digits.empty() ? text[at] == U'〒' || text[at] == gap
                                                    : digits.size() == 3 && text[at] == U'-';
        if (is_digit(text[at])) {
            digits += static_cast<char>(text[at]);
        } else if (!may_be_left_out) {
            return std::nullopt;
        }
    }
    if (digits.size() < postal_code_digits) return std::nullopt;
    text.remove_prefix(at);
    return digits;
}

// 基本ルール 2.
std::u32string without_marks(std::u32string_view text) {
    constexpr std::u32string_view marks = U"&/・･.";
    std::u32string kept;
    for (const char32_t c : text) {
        if (marks.find(c) == marks.npos) kept += c;
    }
    return kept;
}

// 補足ルール 1 -----------------------------------------------------------------------------------

constexpr std::u32string_view kanji_digits = U"〇一二三四五六七八九";
constexpr std::array<std::u32string_view, 9> number_words = {U"丁目", U"丁", U"番地", U"番", U"号",
                                                             U"地割", U"線", U"の",   U"ノ"};

int unit_of(char32_t c) {
    return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
}

bool is_kanji_number(char32_t c) {
    return kanji_digits.find(c) != kanji_digits.npos || unit_of(c) != 0;
}

/// "25" for 二十五, "305" for 三〇五.
std::u32string arabic(std::u32string_view number) {
    const bool has_units =
        std::any_of(number.begin(), number.end(), [](char32_t c) { return unit_of(c) != 0; });
    std::u32string digits;
    long long sum = 0, digit = -1;
    for (const char32_t c : number) {
        if (const int unit = unit_of(c)) {
            sum += (digit < 0 ? 1 : digit) * unit;
            digit = -1;
        } else {
            digit = static_cast<long long>(kanji_digits.find(c));
            digits += U'0' + static_cast<char32_t>(digit);
        }
    }
    if (!has_units) return digits;
    const std::string written = std::to_string(sum + std::max(digit, 0LL));
    return {written.begin(), written.end()};
}

bool is_before_a_number_word(std::u32string_view rest) {
    return std::any_of(number_words.begin(), number_words.end(),
                       [rest](std::u32string_view word) { return rest.starts_with(word); });
}

std::u32string with_arabic_numbers(std::u32string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_kanji_number(text[end]))
            ++end;
        if (end == at) {
            out += text[at++];
            continue;
        }
        const std::u32string_view number = text.substr(at, end - at);
        out += is_before_a_number_word(text.substr(end)) ? arabic(number) : std::u32string(number);
        at = end;
    }
    return out;
}

/// 基本ルール 3, and the F of a floor behind its number, which is none of the letters.
bool is_kept(std::u32string_view text, std::size_t at) {
    const auto letter_at = [&](std::size_t i) { return i < text.size() && is_letter(text[i]); };
    if (is_digit(text[at]) || text[at] == U'-') return true;
    if (!is_letter(text[at]) || letter_at(at + 1) || (at > 0 && letter_at(at - 1))) return false;
    return text[at] != U'F' || at == 0 || !is_digit(text[at - 1]);
}

/// 基本ルール 3 to 6: what is kept, with one hyphen for all that stood before it.
std::string extract(std::u32string_view text) {
    std::string out;
    bool has_gap = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_kept(text, at)) {
            has_gap = true;
            continue;
        }
        const bool is_hyphen = text[at] == U'-';
        if ((has_gap || is_hyphen) && !out.empty() && out.back() != '-') out += '-';
        if (!is_hyphen) out += static_cast<char>(text[at]);
        has_gap = false;
    }
    return out;
}

/// 補足ルール: no hyphens next to a letter.
std::string without_hyphens_at_letters(const std::string& text) {
    const auto is_letter_at = [&](std::size_t i) {
        return i < text.size() && text[i] >= 'A' && text[i] <= 'Z';
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_needless =
            text[i] == '-' && (is_letter_at(i + 1) || (i > 0 && is_letter_at(i - 1)));
        if (!is_needless) out += text[i];
    }
    return out;
}

/// Of a letter whose second code is the fourteenth, the first code stays (13けたを超える場合).
std::string cut(const std::string& text) {
    std::size_t codes = 0, end = 0;
    for (; end < text.size() && codes < address_codes; ++end)
        codes += text[end] >= 'A' ? 2U : 1U;
    return text.substr(0, end);
}

}  // namespace

std::optional<std::string> customer_barcode_text(std::string_view text) {
    const std::u32string all = plain(text);
    std::u32string_view rest = all;
    const std::optional<std::string> postal_code = take_postal_code(rest);
    if (!postal_code) return std::nullopt;
    const std::string address = extract(with_arabic_numbers(without_marks(rest)));
    return *postal_code + cut(without_hyphens_at_letters(address));
}

}  // namespace madoguchi::render
