#include "templates/format/digits.h"

#include "base/utf8.h"
#include "templates/format/unchanged.h"

namespace madoguchi::templates::format {

namespace {

constexpr char32_t full_width_zero = 0xff10;

/// '0' to '9', or 0 for what is no digit.
char half_width_digit(char32_t c) {
    if (c >= '0' && c <= '9') return static_cast<char>(c);
    if (c < full_width_zero || c > full_width_zero + 9) return '\0';
    return static_cast<char>('0' + (c - full_width_zero));
}

void append_runs(std::vector<TextRun>& runs, std::string_view text) {
    std::size_t start = 0, i = 0;
    std::string digits;
    const auto end_run = [&] {
        if (i > start) runs.push_back({text.substr(start, i - start), std::move(digits)});
        digits.clear();
        start = i;
    };
    while (i < text.size()) {
        const DecodedCodePoint decoded = decode_utf8(text, i);
        const char32_t next = decode_utf8(text, i + decoded.bytes).code_point;
        const char digit = is_mark(next) ? '\0' : half_width_digit(decoded.code_point);
        if ((digit != '\0') != !digits.empty()) end_run();
        if (digit != '\0') digits += digit;
        i += decoded.bytes;
    }
    end_run();
}

}  // namespace

std::vector<TextRun> split_at_digits(std::string_view text) {
    std::vector<TextRun> runs;
    for (const Piece& piece : split_at_references(text)) {
        if (piece.is_reference) {
            runs.push_back({piece.text});
        } else {
            append_runs(runs, piece.text);
        }
    }
    return runs;
}

bool goes_on(const std::vector<TextRun>& runs, std::size_t index) {
    if (index + 2 >= runs.size() || runs[index + 2].digits.empty()) return false;
    const std::string_view between = runs[index + 1].text;
    return between == "," || between == "." || between == "，" || between == "．";
}

}  // namespace madoguchi::templates::format
