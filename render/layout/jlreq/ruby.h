// ルビ: how letters are set apart under a long reading, and where a reading stands over its
// letters. Source: JLREQ §3.3.5 to 3.3.7 and W3C, Rules for Simple Placement of Japanese Ruby:
// a reading never stands over letters of others, at the edges of a line neither (decision 0013).
#pragma once

#include <span>
#include <vector>

#include "render/layout/paragraph.h"
#include "templates/model/element.h"

namespace madoguchi::render {

/// Type size of a reading in that of its letters (JLREQ §3.3.3).
inline constexpr double ruby_size = 0.5;

/// From readings in the order of their letters, which do not overlap, to blocks: each by itself,
/// or those of neighbours together. Letters are set apart where a reading is longer than they are.
/// The paragraph is measured, its breaks are not prepared yet.
void attach_ruby(Paragraph& paragraph, std::vector<RubyBlock::Reading> readings,
                 templates::Ruby kind);

/// One reading as it is set.
struct ReadingPlace {
    double start = 0;    ///< from the start of its block, in ems of the letters
    double spacing = 0;  ///< between its own characters, in ems of theirs
    double squeeze = 1;  ///< below 1 when gaps of its letters have given way
};

/// Where a letter's body stands on the line as it is set, in ems from the start of its block.
struct LetterSpan {
    double begin = 0, end = 0;
};

/// `letters` are the block's; readings have so much `room` from its start, which is less than its
/// letters have where the next one begins before the last one ends.
std::vector<ReadingPlace> place_readings(const RubyBlock& block,
                                         std::span<const LetterSpan> letters, double room);

}  // namespace madoguchi::render
