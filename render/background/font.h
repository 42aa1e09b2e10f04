// Fonts of a foreign page (ISO 32000-1, 9.6 and 9.7): which outline each character of a string has,
// and how far the next one stands.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "render/background/matrix.h"
#include "render/background/objects.h"

namespace madoguchi::render::background {

/// Lengths are in text space: 1 is the type size.
struct ShownCharacter {
    std::uint32_t code = 0;  ///< the font's own number of it: code or CID
    double advance = 0;      ///< along the line; downwards it is negative
    Spot origin;             ///< of a vertical line, from the horizontal one
    bool is_word_space = false;
};

class Font {
  public:
    virtual ~Font() = default;
    virtual std::vector<ShownCharacter> read(std::string_view codes) const = 0;
    /// In text space. Stays valid as long as the font.
    virtual const Outline& outline(std::uint32_t code) = 0;
    virtual bool is_vertical() const { return false; }
    /// Of Type 3: the stream that draws the character; else nothing.
    virtual Object procedure(std::uint32_t) const { return {}; }
    virtual Matrix procedure_matrix() const { return {}; }
    virtual Object procedure_resources() const { return {}; }
};

/// Throws Refusal on a font that is not embedded or does not open; the finding names it.
std::unique_ptr<Font> open_font(const Object& object);

}  // namespace madoguchi::render::background
