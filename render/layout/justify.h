// Where along its measure a line's characters stand: start, centre, end, 両端揃え, 均等割付, and
// how its gaps give way when it is too long. All in ems of letters that are not condensed.
#pragma once

#include <array>
#include <cstddef>

#include "render/layout/paragraph.h"
#include "templates/model/style.h"

namespace madoguchi::render {

/// How wide the gaps of one line are set.
struct GapSetting {
    /// What is left of each kind's blank above its least, 1 as it should be; by Gap::Kind.
    std::array<double, 4> kept = {1, 1, 1, 1};
    double western = 0;  ///< added to 四分アキ
    double open = 0;     ///< added wherever the line may be opened

    /// Whether every gap is set as it should be.
    bool is_natural() const {
        return western == 0 && open == 0 && kept == std::array<double, 4>{1, 1, 1, 1};
    }

    double width(const Gap& gap) const {
        const double blank =
            gap.least + (gap.natural - gap.least) * kept[static_cast<std::size_t>(gap.kind)];
        return blank + (gap.kind == Gap::Kind::Western ? western : 0) + (gap.may_open ? open : 0);
    }
};

struct Spread {
    double start = 0;  ///< from the start of the measure to the first character
    double width = 0;  ///< of the line as it stands
    GapSetting gaps;
};

/// A line of characters [first, end); blanks that hang behind it are already cut off.
struct LineSpan {
    const Paragraph& paragraph;
    std::size_t first = 0, end = 0;
};

/// `natural_width` is the line's with gaps as they should be. A line that is longer than its
/// measure with all gaps at their least starts at nought, and one that would be torn apart by
/// 両端揃え stays as it is.
Spread spread(const LineSpan& line, double natural_width, double measure, templates::Align align);

}  // namespace madoguchi::render
