// In which order the elements of a page or a row are read aloud (templates/SPEC.md, tabOrder).
#pragma once

#include <vector>

#include "templates/model/element.h"

namespace madoguchi::templates {

/// The order of the template. Elements with a `tabOrder` stand among themselves in that order, each
/// with the elements in front of it that have none: a printed word goes with the entry behind it.
/// Points into `elements`.
std::vector<const Element*> reading_order(const std::vector<Element>& elements);

}  // namespace madoguchi::templates
