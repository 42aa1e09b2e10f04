// The two ways that shape() can go. A test holds them against each other: where the short one
// answers, the long one answers the same.
#pragma once

#include "fonts/shape.h"

namespace madoguchi::fonts {

/// By looking up each character. False, with nothing added, unless all of `text.text` is plain
/// (plain_characters.h) and the line is horizontal.
bool shape_plain(const FaceSet& faces, ShapedText& text);

/// By runs of one face and script, through HarfBuzz where it could say more than a look-up.
void shape_in_full(const FaceSet& faces, ShapedText& text);

}  // namespace madoguchi::fonts
