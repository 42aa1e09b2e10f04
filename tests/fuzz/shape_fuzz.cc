// Any valid text in the installed fonts, horizontal and vertical: every byte belongs to one
// character, every character has glyphs of its own face or is listed as missing, and no glyph is
// .notdef.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "fonts/installed_fonts.h"
#include "fonts/shape.h"
#include "fonts/shaping_paths.h"

namespace madoguchi::fonts {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

const FontLibrary& library() {
    static const auto opened = open_installed_fonts();
    require(opened.ok());
    return *opened;
}

void check(const ShapedText& text) {
    std::size_t offset = 0, glyphs = 0, missing = 0;
    for (const ShapedCharacter& character : text.characters) {
        require(character.offset == offset && character.size > 0);
        offset += character.size;
        require(character.first_glyph == glyphs && character.glyph_count > 0);
        glyphs += character.glyph_count;
        missing += character.missing;
        for (std::size_t i = character.first_glyph; i < glyphs; ++i) {
            const GlyphId glyph = text.glyphs[i].glyph;
            require(glyph != 0 && glyph < character.face->glyph_count());
        }
    }
    require(offset == text.text.size() && glyphs == text.glyphs.size());
    require(missing == text.missing.size());
}

/// The short way says what the long one does.
void check_short_way(const FaceSet& faces, std::string_view text) {
    ShapedText shortly;
    shortly.text = text;
    if (!shape_plain(faces, shortly)) return;
    ShapedText fully;
    fully.text = text;
    shape_in_full(faces, fully);
    require(shortly.glyphs.size() == fully.glyphs.size());
    require(shortly.characters.size() == fully.characters.size() && fully.missing.empty());
    for (std::size_t i = 0; i < fully.glyphs.size(); ++i) {
        require(shortly.glyphs[i].glyph == fully.glyphs[i].glyph);
        require(shortly.glyphs[i].advance == fully.glyphs[i].advance);
        require(shortly.characters[i].face == fully.characters[i].face);
    }
}

void try_text(std::string_view text) {
    for (const auto& faces : {library().mincho, library().gothic}) {
        check_short_way(*faces, text);
        for (const auto direction : {WritingDirection::Horizontal, WritingDirection::Vertical})
            check(shape(*faces, std::string(text), direction));
    }
}

}  // namespace
}  // namespace madoguchi::fonts

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    if (size > 4096 || madoguchi::find_invalid_utf8(text)) return 0;
    madoguchi::fonts::try_text(text);
    return 0;
}
