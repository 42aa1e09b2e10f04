// 縦中横: a few half-width digits set upright, side by side, in the width of one character of a
// vertical line. Source: JLREQ §2.3.2 (b), §3.2.5.
#pragma once

#include <cstddef>
#include <span>

#include "fonts/shape.h"

namespace madoguchi::render {

/// Makes every run of at most `most` half-width digits one character, upright, one em along the
/// line and centred on it; longer runs stay turned. Only in vertical text. Indices of characters
/// count what people see then; `missing` follows. Digits on the two sides of an edge (offsets in
/// bytes of the text, ascending) are not of one run: a reading begins or ends there.
void combine_digits(fonts::ShapedText& text, std::size_t most,
                    std::span<const std::size_t> edges = {});

/// Whether the character was made by combine_digits(): its glyphs stand beside each other.
bool is_combined(const fonts::ShapedText& text, const fonts::ShapedCharacter& character);

/// How much a combined character's glyphs are narrowed to fit in one em, 1 when they do as they
/// are.
double combined_ratio(const fonts::ShapedText& text, const fonts::ShapedCharacter& character);

}  // namespace madoguchi::render
