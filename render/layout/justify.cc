// JLREQ §3.7.3 (均等割付), §3.8.3 (a line too long: middle dots give way first, then brackets and
// commas, then 四分アキ), §3.8.4 (両端揃え: 四分アキ opens first, then all places alike).

#include "render/layout/justify.h"

#include <algorithm>

namespace madoguchi::render {

namespace {

/// Lines stretched further than half an em a character are harder to read than ragged ones.
constexpr double widest_opening = 0.5;

std::size_t count_openings(const LineSpan& line) {
    std::size_t count = 0;
    for (std::size_t i = line.first + 1; i < line.end; ++i)
        count += line.paragraph.gap(i).may_open;
    return count;
}

/// How much all gaps of a kind can give.
double most_given(const LineSpan& line, Gap::Kind kind) {
    double most = 0;
    for (std::size_t i = line.first + 1; i < line.end; ++i) {
        const Gap& gap = line.paragraph.gap(i);
        if (gap.kind == kind) most += gap.natural - gap.least;
    }
    return most;
}

Spread narrowed(const LineSpan& line, double natural_width, double too_much) {
    Spread spread{0, natural_width, {}};
    for (const auto kind : {Gap::Kind::MiddleDot, Gap::Kind::Bracket, Gap::Kind::Western}) {
        const double most = most_given(line, kind);
        if (most <= 0 || too_much <= 0) continue;
        const double given = std::min(most, too_much);
        spread.gaps.kept[static_cast<std::size_t>(kind)] = 1 - given / most;
        spread.width -= given;
        too_much -= given;
    }
    return spread;
}

constexpr double western_blank = 0.25;

double western_count(const LineSpan& line) {
    double count = 0;
    for (std::size_t i = line.first + 1; i < line.end; ++i)
        count += line.paragraph.gap(i).kind == Gap::Kind::Western ? 1 : 0;
    return count;
}

/// Opens 四分アキ up to a half em; returns what is left to distribute.
double open_western(const LineSpan& line, double rest, GapSetting& gaps) {
    const double count = western_count(line);
    if (count == 0) return rest;
    gaps.western = std::min(rest / count, widest_western_gap - western_blank);
    return rest - gaps.western * count;
}

Spread justified(const LineSpan& line, double natural_width, double rest) {
    const auto openings = static_cast<double>(count_openings(line));
    Spread spread{0, natural_width + rest, {}};
    const double left = open_western(line, rest, spread.gaps);
    if (left > openings * widest_opening) return {0, natural_width, {}};
    if (left > 0) spread.gaps.open = left / openings;
    return spread;
}

/// All places alike: 四分アキ counts as part of what they get, where that is more.
Spread evenly(const LineSpan& line, double natural_width, double rest) {
    const auto openings = static_cast<double>(count_openings(line));
    if (openings == 0) return {rest / 2, natural_width, {}};
    Spread even{0, natural_width + rest, {}};
    even.gaps.open = rest / openings;
    const double blanks = western_count(line) * western_blank;
    if ((rest + blanks) / openings >= western_blank && blanks > 0) {
        even.gaps.open = (rest + blanks) / openings;
        even.gaps.western = -western_blank;
    }
    return even;
}

}  // namespace

Spread spread(const LineSpan& line, double natural_width, double measure, templates::Align align) {
    using templates::Align;
    const double rest = measure - natural_width;
    if (rest < 0) return narrowed(line, natural_width, -rest);
    if (rest <= 0 || align == Align::Start) return {0, natural_width, {}};
    if (align == Align::End) return {rest, natural_width, {}};
    if (align == Align::Centre) return {rest / 2, natural_width, {}};
    if (align == Align::Justify) return justified(line, natural_width, rest);
    return evenly(line, natural_width, rest);
}

}  // namespace madoguchi::render
