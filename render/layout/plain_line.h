// The short way of a text to its glyphs: one horizontal line of one face, all of whose characters
// are looked up (fonts/plain_characters.h), that has room as it is, with narrower gaps or condensed
// letters. Most values of a form are one.
// What it makes is what paragraph.h, fit.h and glyph_line.h make of the same text; a test holds
// them against each other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "fonts/face_set.h"
#include "render/frame/frame.h"
#include "render/layout/glyph_line.h"
#include "templates/model/style.h"

namespace madoguchi::render {

struct PlainGlyph {
    fonts::GlyphId glyph = 0;
    std::uint32_t text_offset = 0, text_size = 0;  ///< bytes
    bool space_behind = false;                     ///< 四分アキ
    double advance = 0;                            ///< ems
};

struct PlainLine {
    static constexpr std::size_t most = 64;  ///< characters

    const fonts::Face* face = nullptr;
    double width = 0;    ///< ems, gaps as they should be
    double give = 0;     ///< by how much they can give way
    double spacing = 0;  ///< between all characters, beside the gaps
    bool words = false;  ///< whether extraction needs to be told what the line says
    std::size_t size = 0;
    std::array<PlainGlyph, most> glyphs;  ///< the first `size` count
};

/// False when the text has to go the long way: line feeds, vertical lines, several faces,
/// characters that must be shaped or trimmed to their bodies, more of them than `most`.
bool read_plain_line(const fonts::FaceSet& faces, std::string_view text,
                     const templates::Style& style, PlainLine& line);

/// `origin` is the left end of the baseline; `text` is what was read; `gap` is 四分アキ as it is
/// set, in ems.
void place_plain_line(const PlainLine& line, std::string_view text, Point origin, double gap,
                      const LetterStyle& letters, std::vector<Item>& items);

/// 四分アキ as it should be.
inline constexpr double natural_gap = 0.25;

}  // namespace madoguchi::render
