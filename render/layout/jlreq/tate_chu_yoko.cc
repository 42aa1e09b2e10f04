#include "render/layout/jlreq/tate_chu_yoko.h"

#include <algorithm>
#include <vector>

namespace madoguchi::render {

namespace {

bool is_digit(const fonts::ShapedText& text, const fonts::ShapedCharacter& character) {
    const char first = text.text[character.offset];
    return character.size == 1 && first >= '0' && first <= '9' && !character.missing;
}

/// Digits of one face that lie sideways.
std::size_t run_end(const fonts::ShapedText& text, std::size_t begin,
                    std::span<const std::size_t> edges) {
    std::size_t end = begin;
    while (end < text.characters.size() && is_digit(text, text.characters[end]) &&
           text.characters[end].orientation == fonts::Orientation::Sideways &&
           text.characters[end].face == text.characters[begin].face &&
           (end == begin ||
            !std::binary_search(edges.begin(), edges.end(), text.characters[end].offset)))
        ++end;
    return end;
}

double width_of(const fonts::ShapedText& text, const fonts::ShapedCharacter& character) {
    double width = 0;
    for (std::size_t i = 0; i < character.glyph_count; ++i)
        width += text.glyphs[character.first_glyph + i].advance;
    return width;
}

/// Sideways glyphs have their distance from the centre line to the baseline in y; upright ones
/// begin half their common width left of it, the middle of their em box half an em down the line.
void set_upright(fonts::ShapedText& text, fonts::ShapedCharacter& character) {
    character.orientation = fonts::Orientation::Upright;
    character.advance = 1;
    const double width = width_of(text, character) * combined_ratio(text, character);
    double x = -width / 2;
    for (std::size_t i = 0; i < character.glyph_count; ++i) {
        fonts::ShapedGlyph& glyph = text.glyphs[character.first_glyph + i];
        glyph.x = x;
        glyph.y -= 0.5;
        x += glyph.advance * combined_ratio(text, character);
    }
}

}  // namespace

void combine_digits(fonts::ShapedText& text, std::size_t most, std::span<const std::size_t> edges) {
    if (text.direction != fonts::WritingDirection::Vertical || most == 0) return;
    std::vector<fonts::ShapedCharacter> seen;
    std::vector<std::size_t> place(text.characters.size());
    for (std::size_t i = 0; i < text.characters.size();) {
        const std::size_t run = run_end(text, i, edges);
        const std::size_t end = std::max(run, i + 1);
        const bool combines = run > i && end - i <= most;
        for (std::size_t k = i; k < end; ++k) {
            place[k] = seen.size();
            if (k == i || !combines) {
                seen.push_back(text.characters[k]);
                continue;
            }
            seen.back().size += text.characters[k].size;
            seen.back().glyph_count += text.characters[k].glyph_count;
        }
        if (combines) set_upright(text, seen.back());
        i = end;
    }
    for (fonts::MissingCharacter& missing : text.missing)
        missing.character = place[missing.character];
    text.characters = std::move(seen);
}

bool is_combined(const fonts::ShapedText& text, const fonts::ShapedCharacter& character) {
    const char first = text.text[character.offset];
    return text.direction == fonts::WritingDirection::Vertical && first >= '0' && first <= '9' &&
           character.orientation == fonts::Orientation::Upright && !character.missing;
}

double combined_ratio(const fonts::ShapedText& text, const fonts::ShapedCharacter& character) {
    return std::min(1.0, 1 / std::max(width_of(text, character), 0.1));
}

}  // namespace madoguchi::render
