// A document as text that people read and tests compare.
#pragma once

#include <string>

#include "render/frame/frame.h"

namespace madoguchi::render {

/// Elements, then each sheet's layers, one line an item, inner items indented. Millimetres with at
/// most three decimals, sizes in points, glyphs as "number@x,y". Equal documents give equal text.
std::string dump(const Document& document);

/// One frame; `elements` names what its items belong to and may be empty.
std::string dump(const Frame& frame, const Elements& elements = {});

}  // namespace madoguchi::render
