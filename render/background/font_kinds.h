// The makers of fonts, one file for each family of kinds.
#pragma once

#include <memory>

#include "render/background/font.h"
#include "render/background/font_program.h"

namespace madoguchi::render::background {

std::unique_ptr<Font> make_simple_font(const Object& object, std::unique_ptr<FontProgram> program);
std::unique_ptr<Font> make_type3_font(const Object& object);
/// `descendant` is the CIDFont of the composite font.
std::unique_ptr<Font> make_composite_font(const Object& object, const Object& descendant,
                                          std::unique_ptr<FontProgram> program);

}  // namespace madoguchi::render::background
