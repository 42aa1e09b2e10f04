// An embedded font program, read by FreeType.
#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "render/background/matrix.h"

namespace madoguchi::render::background {

class FontProgram {
  public:
    /// Nothing when FreeType does not open it.
    static std::unique_ptr<FontProgram> open(std::string bytes);
    ~FontProgram();

    FT_Face face() const { return face_; }
    /// In ems; empty when there is no such glyph. Stays valid as long as the program.
    const Outline& outline(FT_UInt glyph);

    std::optional<FT_UInt> by_name(const std::string& name) const;
    std::optional<FT_UInt> by_unicode(std::uint32_t character) const;
    /// By the font's own table of codes, symbolic fonts included.
    std::optional<FT_UInt> by_code(std::uint32_t code) const;

  private:
    explicit FontProgram(std::string bytes) : bytes_(std::move(bytes)) {}
    std::optional<FT_UInt> in_charmap(FT_Encoding encoding, std::uint32_t code) const;

    std::string bytes_;
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
    std::map<FT_UInt, Outline> outlines_;
};

}  // namespace madoguchi::render::background
