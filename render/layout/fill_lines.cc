// Greedy filling with 追い出し (JLREQ §3.8.1, JIS X 4051 §4.19): what may not stand at a line's
// edge goes to the next line together with its neighbour; blanks at the end hang (JLREQ §3.2.6).

#include "render/layout/fill_lines.h"

#include <algorithm>

namespace madoguchi::render {

namespace {

/// Rounding of frames to 1/36,000 mm must not cost a character.
constexpr double tolerance = 1e-4;

double width_of(const Paragraph& paragraph, std::size_t first, std::size_t end) {
    return end > first ? paragraph.ends[end] - paragraph.ends[first] - paragraph.spacing : 0;
}

std::size_t without_blanks(const Paragraph& paragraph, std::size_t first, std::size_t end) {
    while (end > first && is_blank(paragraph.character(end - 1)))
        --end;
    return end;
}

/// The last place in (first, end] where a line may end, or `first`.
std::size_t last_break(const Paragraph& paragraph, std::size_t first, std::size_t end,
                       BreakPoint wanted) {
    while (end > first && paragraph.breaks[end] < wanted)
        --end;
    return end;
}

std::size_t choose_break(const Paragraph& paragraph, std::size_t first, std::size_t end) {
    for (const BreakPoint wanted : {BreakPoint::Allowed, BreakPoint::Emergency}) {
        const std::size_t found = last_break(paragraph, first, end, wanted);
        if (found > first) return found;
    }
    return std::max(end, first + 1);
}

}  // namespace

LineEnd fill_line(const Paragraph& paragraph, std::size_t first, double measure) {
    const double limit = paragraph.ends[first] + measure + paragraph.spacing + tolerance;
    const auto begin = paragraph.ends.begin() + static_cast<std::ptrdiff_t>(first) + 1;
    const auto beyond = std::upper_bound(begin, paragraph.ends.end(), limit);
    std::size_t end = first + static_cast<std::size_t>(beyond - begin);
    while (end < paragraph.size() && end > first && is_blank(paragraph.character(end)))
        ++end;
    if (end < paragraph.size()) end = choose_break(paragraph, first, end);
    const double width = width_of(paragraph, first, without_blanks(paragraph, first, end));
    return {end, width, width > measure + tolerance};
}

}  // namespace madoguchi::render
