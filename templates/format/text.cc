#include "templates/format/text.h"

#include <algorithm>
#include <array>

#include "templates/format/width.h"

namespace madoguchi::templates::format {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Half-width text in which every dash that people type between digits is a hyphen.
std::string plain_digits(std::string_view text) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(text.begin(), text.end(), is_ascii)) return std::string(text);
    std::string out = to_half_width(text, Kana::Convert);
    for (const std::string_view dash : {"‐", "‑", "–", "—", "―", "−", "ｰ", "─"}) {
        for (std::size_t at = out.find(dash); at != std::string::npos; at = out.find(dash, at))
            out.replace(at, dash.size(), "-");
    }
    return out;
}

Diagnostic bad_postal_code() {
    return {.code = "format.bad-postal-code",
            .message = {"郵便番号として読めません。", "The value cannot be read as a postal code."},
            .hints = {{"数字7桁で書いてください（例 1000001 または 100-0001）。",
                       "Write seven digits: 1000001 or 100-0001."}}};
}

struct NumberPlan {
    std::string_view prefix;
    std::size_t digits;
    std::array<std::size_t, 2> cuts;  ///< a hyphen goes before these digits
};

/// 0800 stands before 080: no mobile number continues 080 with 0 (電気通信番号計画).
constexpr std::array<NumberPlan, 10> number_plans = {{{"0120", 10, {4, 7}},
                                                      {"0570", 10, {4, 7}},
                                                      {"0800", 11, {4, 7}},
                                                      {"050", 11, {3, 7}},
                                                      {"060", 11, {3, 7}},
                                                      {"070", 11, {3, 7}},
                                                      {"080", 11, {3, 7}},
                                                      {"090", 11, {3, 7}},
                                                      {"03", 10, {2, 6}},
                                                      {"06", 10, {2, 6}}}};

}  // namespace

Result<std::string> postal_code(const Input& input) {
    std::string digits = plain_digits(input.text);
    constexpr std::string_view mark = "〒";
    if (digits.starts_with(mark)) digits.erase(0, mark.size());
    if (digits.starts_with(' ')) digits.erase(0, 1);
    if (digits.size() == 8 && digits[3] == '-') digits.erase(3, 1);
    if (digits.size() != 7 || !std::all_of(digits.begin(), digits.end(), is_digit))
        return bad_postal_code();
    return digits.insert(3, "-");
}

Result<std::string> postal_code_with_mark(const Input& input) {
    const std::string code = TRY(postal_code(input));
    return "〒" + code;
}

Result<std::string> telephone(const Input& input) {
    std::string number = plain_digits(input.text);
    if (!std::all_of(number.begin(), number.end(), is_digit)) {
        const bool spelled = std::all_of(number.begin(), number.end(), [](char c) {
            return is_digit(c) || c == '-' || c == ' ' || c == '(' || c == ')' || c == '+';
        });
        return spelled ? number : std::string(input.text);
    }
    for (const NumberPlan& plan : number_plans) {
        if (number.size() != plan.digits || !number.starts_with(plan.prefix)) continue;
        number.insert(plan.cuts[1], "-");
        return number.insert(plan.cuts[0], "-");
    }
    return number;
}

Result<std::string> full_width(const Input& input) {
    return to_full_width(input.text);
}

Result<std::string> half_width(const Input& input) {
    return to_half_width(input.text, Kana::Convert);
}

Result<std::string> half_width_latin(const Input& input) {
    return to_half_width(input.text, Kana::Keep);
}

Result<std::string> trimmed(const Input& input) {
    constexpr std::array<std::string_view, 6> spaces = {" ", "\t", "\n", "\r", "　", "\u00a0"};
    std::string_view text = input.text;
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view space : spaces) {
            if (text.starts_with(space)) text.remove_prefix(space.size()), again = true;
            if (text.ends_with(space)) text.remove_suffix(space.size()), again = true;
        }
    }
    return std::string(text);
}

}  // namespace madoguchi::templates::format
