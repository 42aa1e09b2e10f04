// Fonts that the tests of this room share.
#pragma once

#include <memory>

#include "fonts/gaiji/font_builder.h"
#include "fonts/installed_fonts.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::fonts {

/// Two invented characters: a triangle under U+E000 (with a curve) and a square under U+F0001.
DrawnFont invented_gaiji();
Bytes invented_gaiji_font();
std::shared_ptr<const Face> gaiji_face();

/// The installed fonts with the invented gaiji.
const FontLibrary& library();
/// The table that `./dev characters` makes.
const MjTable& table();

const Face& ipamj();
const Face& ipaex_mincho();
const Face& noto_serif();

/// A font without CIDs: "A" (a box of 100 × 200), "B" (300 × 400).
Bytes name_keyed_font();

}  // namespace madoguchi::fonts
