// What a sheet says aloud, and in which order (templates/SPEC.md, section 6).
#pragma once

#include <span>
#include <vector>

#include "render/frame/structure.h"
#include "templates/filled_form.h"

namespace madoguchi::render {

/// A part that stands on a sheet, under its index among the document's elements.
struct PlacedPart {
    const templates::FilledElement* filled = nullptr;
    ElementIndex element = no_element;
};

/// `parts` are the static and the data parts of the sheet, in any order. Rows of a table that show
/// nothing of a person are ornament.
std::vector<StructureNode> read_sheet(const templates::Page& page,
                                      std::span<const PlacedPart> parts);

}  // namespace madoguchi::render
