#include "render/layout/jlreq/bodies.h"

#include "base/utf8.h"
#include "render/layout/jlreq/spacing.h"
#include "render/layout/jlreq/tate_chu_yoko.h"

namespace madoguchi::render {

namespace {

constexpr double nearly_full_width = 0.99;

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

std::vector<CharacterClass> classify(const fonts::ShapedText& text) {
    std::vector<CharacterClass> classes;
    classes.reserve(text.characters.size());
    for (const fonts::ShapedCharacter& character : text.characters) {
        const char32_t first = decode_utf8(text.text, character.offset).code_point;
        const bool is_reference =
            first == U'&' && !character_reference(text.text, character.offset).empty();
        classes.push_back(is_reference || character.missing || is_combined(text, character)
                              ? CharacterClass::Ideographic
                              : class_in_font(class_of(first), first, character.advance));
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
