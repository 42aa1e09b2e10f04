// 禁則: what Japanese print keeps on one line beyond Unicode's rules.
#pragma once

#include <vector>

#include "render/layout/paragraph.h"

namespace madoguchi::render {

/// Weakens line ends inside numbers, between a number and its unit or counter, behind 〒 and № and
/// before ～ and ／ to Emergency.
void keep_together(const fonts::ShapedText& text, std::vector<BreakPoint>& breaks);

}  // namespace madoguchi::render
