// What may not stand at a line's edge is first brought into the line, gaps giving way (追い込み);
// where they cannot, it goes to the next line together with its neighbour (追い出し). JLREQ §3.8.2,
// JIS X 4051:2004 §4.19. Blanks at the end hang (JLREQ §3.2.6).

#include "render/layout/fill_lines.h"

#include <algorithm>

namespace madoguchi::render {

namespace {

/// Rounding of frames to 1/36,000 mm must not cost a character.
constexpr double tolerance = 1e-4;

std::size_t without_blanks(const Paragraph& paragraph, std::size_t first, std::size_t end) {
    while (end > first && is_blank(paragraph.shaped.characters[end - 1]))
        --end;
    return end;
}

/// Behind the last character whose body ends within the measure.
std::size_t natural_end(const Paragraph& paragraph, std::size_t first, double measure) {
    if (first >= paragraph.size()) return first;  // a blank line
    const double limit = paragraph.starts[first] + measure + tolerance;
    const auto begin = paragraph.starts.begin() + static_cast<std::ptrdiff_t>(first);
    // Bodies are narrow against a line: the last one that begins within it is looked for first.
    const auto beyond = std::upper_bound(begin, paragraph.starts.end(), limit);
    std::size_t end = first + static_cast<std::size_t>(beyond - begin);
    while (end > first &&
           paragraph.starts[end - 1] + paragraph.shaped.characters[end - 1].advance > limit)
        --end;
    return end;
}

bool ends_line(const Paragraph& paragraph, std::size_t end, BreakPoint wanted) {
    return end == paragraph.size() || paragraph.breaks[end] >= wanted;
}

/// The last place in (first, end] where a line may end, or `first`.
std::size_t last_break(const Paragraph& paragraph, std::size_t first, std::size_t end,
                       BreakPoint wanted) {
    while (end > first && !ends_line(paragraph, end, wanted))
        --end;
    return end;
}

/// 追い込み: the next place behind `end` where the line may end, when its gaps give enough way.
std::size_t drawn_in(const Paragraph& paragraph, std::size_t first, std::size_t end,
                     double measure) {
    while (end < paragraph.size() && !ends_line(paragraph, end, BreakPoint::Allowed))
        ++end;
    const LineWidth width = line_width(paragraph, first, without_blanks(paragraph, first, end));
    return width.natural - width.give <= measure + tolerance ? end : first;
}

/// Not within letters that share a reading: such a line is too long, and said to be.
std::size_t behind_ruby(const Paragraph& paragraph, std::size_t end) {
    for (const RubyBlock& block : paragraph.rubies) {
        if (block.first < end && end < block.end) return block.end;
    }
    return end;
}

/// A letter whose reading would hang with it.
bool stands_under_ruby(const Paragraph& paragraph, std::size_t letter) {
    return std::any_of(
        paragraph.rubies.begin(), paragraph.rubies.end(),
        [letter](const RubyBlock& block) { return block.first <= letter && letter < block.end; });
}

/// ぶら下げ (JIS X 4051:2004 §4.19 e): the mark that would begin the next line stands behind this
/// one.
bool may_hang(const Paragraph& paragraph, std::size_t first, std::size_t mark) {
    if (!paragraph.hanging || mark <= first || mark >= paragraph.size()) return false;
    if (stands_under_ruby(paragraph, mark)) return false;
    const CharacterClass of = paragraph.classes[mark];
    const bool hangs = of == CharacterClass::FullStop || of == CharacterClass::Comma;
    return hangs && ends_line(paragraph, mark + 1, BreakPoint::Allowed);
}

std::size_t choose_end(const Paragraph& paragraph, std::size_t first, std::size_t end,
                       double measure) {
    const std::size_t allowed = last_break(paragraph, first, end, BreakPoint::Allowed);
    if (allowed == end && end > first) return end;
    if (paragraph.has_gaps) {
        const std::size_t drawn = drawn_in(paragraph, first, end, measure);
        if (drawn > first) return drawn;
    }
    if (allowed > first) return allowed;
    const std::size_t emergency = last_break(paragraph, first, end, BreakPoint::Emergency);
    return emergency > first ? emergency : behind_ruby(paragraph, std::max(end, first + 1));
}

}  // namespace

LineWidth line_width(const Paragraph& paragraph, std::size_t first, std::size_t end) {
    if (end <= first) return {};
    const std::size_t last = end - 1;
    return {paragraph.starts[last] + paragraph.shaped.characters[last].advance -
                paragraph.starts[first],
            paragraph.give[last] - paragraph.give[first]};
}

LineEnd fill_line(const Paragraph& paragraph, std::size_t first, double measure) {
    LineEnd line;
    line.end = natural_end(paragraph, first, measure);
    while (line.end < paragraph.size() && line.end > first &&
           is_blank(paragraph.shaped.characters[line.end]))
        ++line.end;
    const bool hangs = may_hang(paragraph, first, line.end);
    if (hangs) {
        ++line.end;
    } else if (line.end < paragraph.size()) {
        line.end = choose_end(paragraph, first, line.end, measure);
    }
    line.set = without_blanks(paragraph, first, line.end);
    line.measured = hangs ? line.set - 1 : line.set;
    const LineWidth width = line_width(paragraph, first, line.measured);
    const double least = width.natural - width.give;
    line.width = std::max(least, std::min(width.natural, measure));
    line.too_wide = least > measure + tolerance;
    return line;
}

}  // namespace madoguchi::render
