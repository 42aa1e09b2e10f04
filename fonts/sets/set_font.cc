#include "fonts/sets/set_font.h"

#include <hb.h>

#include <array>
#include <cstring>
#include <map>

#include "fonts/outline.h"

namespace madoguchi::fonts {

namespace {

/// Glyphs by the numbers that their names bear.
using NumberedGlyphs = std::multimap<std::uint32_t, GlyphId>;

char capital(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

NumberedGlyphs numbered_glyphs(const Face& face, std::string_view prefix) {
    NumberedGlyphs glyphs;
    std::array<char, 128> buffer;
    for (GlyphId glyph = 1; glyph < face.glyph_count(); ++glyph) {
        if (!hb_font_get_glyph_name(face.harfbuzz_font(), glyph, buffer.data(), buffer.size())) {
            continue;
        }
        std::string name(buffer.data(), std::strlen(buffer.data()));
        for (char& letter : name)
            letter = capital(letter);
        if (const auto number = parse_set_name(prefix, name)) glyphs.emplace(*number, glyph);
    }
    return glyphs;
}

Diagnostic no_glyph(const std::string& name, const std::string& font) {
    return set_finding(
        "no-glyph", font, 0,
        {name + " の字形がフォントにありません。", "The font has no glyph " + name + "."},
        {"一覧と同じ版のフォントを入れてください。",
         "Take the font of the edition that the list is of."});
}

Diagnostic empty_glyph(const std::string& name, const std::string& font) {
    return set_finding(
        "empty-glyph", font, 0,
        {name + " の字形に何も描かれていません。", "The glyph " + name + " draws nothing."},
        {"一覧と同じ版のフォントを入れてください。",
         "Take the font of the edition that the list is of."});
}

Diagnostic two_glyphs(const std::string& name, const std::string& font) {
    return set_finding("two-glyphs", font, 0,
                       {name + " という名前の字形がフォントに二つ以上あります。",
                        "The font has more than one glyph named " + name + "."},
                       {"フォントを入手し直してください。", "Get the font again."});
}

Diagnostic not_listed(const std::string& name, const std::string& font) {
    return set_finding("not-listed", font, 0,
                       {"フォントにある " + name + " が一覧にありません。",
                        "The font has " + name + ", which the list does not."},
                       {"フォントと同じ版の一覧を入れてください。",
                        "Take the list of the edition that the font is of."});
}

Diagnostic not_embeddable(const std::string& font) {
    return set_finding(
        "not-embeddable", font, 0,
        {"このフォントは文書への埋め込みを禁じています。",
         "The font forbids its embedding in documents."},
        {"埋め込みを許すフォントを使ってください。", "Use a font that may be embedded."});
}

}  // namespace

Diagnostics check_set_font(const Face& face, std::string_view prefix,
                           std::span<const SetCharacter> characters, const std::string& font_name) {
    Diagnostics findings;
    if (face.embedding() == Embedding::Forbidden) findings.push_back(not_embeddable(font_name));
    NumberedGlyphs glyphs = numbered_glyphs(face, prefix);
    for (const SetCharacter& character : characters) {
        const std::string name = set_character_name(prefix, character.number);
        const auto [first, last] = glyphs.equal_range(character.number);
        if (first == last) {
            findings.push_back(no_glyph(name, font_name));
        } else if (std::next(first) != last) {
            findings.push_back(two_glyphs(name, font_name));
        } else if (outline(face, first->second).empty()) {
            findings.push_back(empty_glyph(name, font_name));
        }
        glyphs.erase(first, last);
    }
    for (auto at = glyphs.begin(); at != glyphs.end(); at = glyphs.upper_bound(at->first))
        findings.push_back(not_listed(set_character_name(prefix, at->first), font_name));
    return findings;
}

}  // namespace madoguchi::fonts
