#include "render/layout/jlreq/bodies.h"

#include "base/utf8.h"
#include "render/layout/jlreq/spacing.h"
#include "render/layout/jlreq/tate_chu_yoko.h"

namespace madoguchi::render {

namespace {

constexpr double nearly_full_width = 0.99;

bool has_blank_of_its_own(CharacterClass of) {
    return body_of(of).width < 1;
}

void trim(fonts::ShapedText& text, fonts::ShapedCharacter& character, const Body& body) {
    const bool downwards = text.direction == fonts::WritingDirection::Vertical &&
                           character.orientation == fonts::Orientation::Upright;
    for (std::size_t i = 0; i < character.glyph_count; ++i) {
        fonts::ShapedGlyph& glyph = text.glyphs[character.first_glyph + i];
        if (downwards) {
            glyph.y += body.before;
        } else {
            glyph.x -= body.before;
        }
    }
    character.advance = body.width;
}

}  // namespace

CharacterClass class_in_font(CharacterClass listed, char32_t c, double advance) {
    const bool wide = advance >= nearly_full_width;
    switch (listed) {
        case CharacterClass::Western:
            return wide && c > 0xff ? CharacterClass::Ideographic : listed;
        case CharacterClass::OpeningBracket:
        case CharacterClass::ClosingBracket:
        case CharacterClass::FullStop:
        case CharacterClass::Comma:
        case CharacterClass::MiddleDot:
            return wide ? listed : CharacterClass::Western;
        default:
            return listed;
    }
}

std::vector<CharacterClass> classify(const fonts::ShapedText& text) {
    const ClassTable& table = class_table();
    const bool vertical = text.direction == fonts::WritingDirection::Vertical;
    std::vector<CharacterClass> classes(text.characters.size(), CharacterClass::Ideographic);
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const fonts::ShapedCharacter& character = text.characters[i];
        const char32_t first = character.code_point;
        if (first == 0 || (vertical && is_combined(text, character))) continue;
        classes[i] = class_in_font(table[first], first, character.advance);
    }
    return classes;
}

bool trim_to_bodies(fonts::ShapedText& text, const std::vector<CharacterClass>& classes) {
    bool trimmed = false;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (!has_blank_of_its_own(classes[i])) continue;
        trim(text, text.characters[i], body_of(classes[i]));
        trimmed = true;
    }
    return trimmed;
}

}  // namespace madoguchi::render
