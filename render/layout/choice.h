// 選択: printed words, and the marks of those that the data name.
#pragma once

#include <vector>

#include "render/layout/surface.h"

namespace madoguchi::render {

/// What a mark of each option stands on: the word's em boxes for a circle, the small box for a
/// tick. Relative to where the element's page or row begins.
using ChoiceMarks = std::vector<Rect>;

/// Static part: the words, and the boxes for ticks. Returns where marks will stand.
ChoiceMarks lay_out_choice_words(const Surface& surface, const templates::Choice& choice);

/// Data part: marks on the selected options.
void lay_out_choice_marks(const Surface& surface, const templates::Choice& choice,
                          const ChoiceMarks& marks);

}  // namespace madoguchi::render
