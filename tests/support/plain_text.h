// Shaped text without fonts, for rules that only ask how wide each character is.
#pragma once

#include <string>

#include "base/utf8.h"
#include "fonts/shape.h"
#include "render/layout/paragraph.h"

namespace madoguchi::render {

/// Latin letters are half an em wide, everything else a whole em.
inline fonts::ShapedText plain_text(std::string text) {
    fonts::ShapedText shaped;
    for (const Cluster& cluster : grapheme_clusters(text)) {
        const char32_t first = decode_utf8(text, cluster.offset).code_point;
        fonts::ShapedCharacter character;
        character.offset = cluster.offset;
        character.size = cluster.size;
        character.code_point = character_reference(text, cluster.offset).empty() ? first : 0;
        character.advance = first < 0x80 && cluster.size == 1 ? 0.5 : 1;
        shaped.characters.push_back(character);
    }
    shaped.text = std::move(text);
    return shaped;
}

inline Paragraph plain_paragraph(std::string text) {
    Paragraph paragraph;
    paragraph.shaped = plain_text(std::move(text));
    measure_paragraph(paragraph);
    return paragraph;
}

}  // namespace madoguchi::render
