// From shaped text to bodies: which class each character has, and punctuation without the blank
// that its font gives it. Source: JLREQ §3.1.2.
#pragma once

#include <vector>

#include "fonts/shape.h"
#include "render/layout/jlreq/character_class.h"

namespace madoguchi::render {

/// One class for each character. Letters that a font gives a whole em (full-width Greek) are
/// Ideographic, marks that it gives less are Western; digits set upright are as Ideographic
/// (cl-30).
std::vector<CharacterClass> classify(const fonts::ShapedText& text);

/// The class of one character whose glyph advances by so many ems.
CharacterClass class_in_font(CharacterClass listed, char32_t code_point, double advance);

/// Takes the blank away: each full-width bracket, comma, full stop and middle dot advances by its
/// body, its glyph moved so that the ink stays in it. Equal to the fonts' own `halt` and `vhal`.
/// False when there is none.
bool trim_to_bodies(fonts::ShapedText& text, const std::vector<CharacterClass>& classes);

}  // namespace madoguchi::render
