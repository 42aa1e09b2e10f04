// マス目: one character in each cell.
#pragma once

#include <vector>

#include "render/layout/surface.h"

namespace madoguchi::render {

/// The cells of a comb from left to right.
std::vector<Rect> comb_cells(const templates::Comb& comb, const Rect& frame);

/// Static part: the rules of the cells.
void lay_out_comb_rules(const Surface& surface, const templates::Comb& comb);
/// Data part: the characters. More characters than cells are a finding.
void lay_out_comb_characters(const Surface& surface, const templates::Comb& comb);

}  // namespace madoguchi::render
