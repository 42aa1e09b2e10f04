// JLREQ §3.7.3 (均等割付) and §3.8.4 (両端揃え by opening); Latin words and numbers stay whole
// (JLREQ §3.1.10, JIS X 4051 §4.1 分離禁止).

#include "render/layout/justify.h"

#include <string_view>

#include "base/utf8.h"

namespace madoguchi::render {

namespace {

/// Lines stretched further than half an em a character are harder to read than ragged ones.
constexpr double widest_gap = 0.5;

/// Graphic characters of Latin scripts with their own width.
bool is_latin(char32_t c) {
    return (c > 0x20 && c < 0x7f) || (c > 0xa0 && c < 0x250);
}

/// ― — … ‥ and the prolonged dash are doubled to one sign (cl-08).
bool is_inseparable(char32_t c) {
    return c == U'―' || c == U'—' || c == U'…' || c == U'‥';
}

char32_t first_code_point(const fonts::ShapedText& text, std::size_t index) {
    const std::size_t offset = text.characters[index].offset;
    if (!character_reference(text.text, offset).empty()) return U'〓';
    return decode_utf8(text.text, offset).code_point;
}

std::size_t count_openings(const LineSpan& line) {
    std::size_t count = 0;
    for (std::size_t i = line.first + 1; i < line.end; ++i)
        if (may_open(line.text, i)) ++count;
    return count;
}

}  // namespace

bool may_open(const fonts::ShapedText& text, std::size_t index) {
    const char32_t left = first_code_point(text, index - 1);
    const char32_t right = first_code_point(text, index);
    if (is_latin(left) && is_latin(right)) return false;
    return !(left == right && is_inseparable(left));
}

Spread spread(const LineSpan& line, double natural_width, double measure, templates::Align align) {
    const double rest = measure - natural_width;
    if (rest <= 0 || align == templates::Align::Start) return {0, 0, natural_width};
    if (align == templates::Align::End) return {rest, 0, natural_width};
    if (align == templates::Align::Centre) return {rest / 2, 0, natural_width};
    const auto openings = static_cast<double>(count_openings(line));
    const bool even = align == templates::Align::Even;
    if (even && openings == 0) return {rest / 2, 0, natural_width};
    if (even || rest <= openings * widest_gap) return {0, rest / openings, measure};
    return {0, 0, natural_width};
}

}  // namespace madoguchi::render
