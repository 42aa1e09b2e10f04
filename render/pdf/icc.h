// A small sRGB colour profile of our own (ICC.1:2001-04, version 2.4): computed from the primaries
// and the transfer curve of IEC 61966-2-1, so that no profile's licence comes with our files.
#pragma once

#include "base/bytes.h"

namespace madoguchi::render::pdf {

Bytes srgb_profile();

}  // namespace madoguchi::render::pdf
