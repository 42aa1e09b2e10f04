// What characters cost: their tables, look-ups, and a name with sequences, resolved and shaped.
#pragma once

#include <string>
#include <vector>

#include "fonts/face_set.h"
#include "tests/bench/measure.h"

namespace madoguchi::bench {

/// `table` is the file that `./dev characters` makes.
std::vector<Figure> measure_characters(const fonts::FontLibrary& fonts, const std::string& table,
                                       int rounds);

}  // namespace madoguchi::bench
