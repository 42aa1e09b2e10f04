// One filled element to the items of its kind.
#pragma once

#include <unordered_map>

#include "render/layout/choice.h"
#include "render/layout/surface.h"

namespace madoguchi::render {

/// Where the marks of each choice stand, found when its words were set. Never iterated.
using ChoiceTable = std::unordered_map<const templates::Element*, ChoiceMarks>;

/// What is printed for everybody; notes the choices' marks.
void lay_out_static(const Surface& surface, ChoiceTable& choices);

/// What is printed for this person.
void lay_out_data(const Surface& surface, const ChoiceTable& choices);

}  // namespace madoguchi::render
