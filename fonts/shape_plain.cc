#include <optional>

#include "base/utf8.h"
#include "fonts/plain_characters.h"
#include "fonts/shaping_paths.h"

namespace madoguchi::fonts {

namespace {

void clear(ShapedText& text) {
    text.characters.clear();
    text.glyphs.clear();
}

}  // namespace

bool shape_plain(const FaceSet& faces, ShapedText& text) {
    if (text.direction != WritingDirection::Horizontal) return false;
    const std::string_view bytes = text.text;
    text.characters.reserve(bytes.size() / 3 + 1);
    text.glyphs.reserve(bytes.size() / 3 + 1);
    PlainCharacters& characters = faces.plain_characters();
    bool may_begin_ligature = false;
    const Face* face = nullptr;
    double em = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const DecodedCodePoint decoded = decode_utf8(bytes, at);
        const std::optional<PlainCharacter> plain = characters.find(faces, decoded.code_point);
        if (!plain || (may_begin_ligature && plain->may_end_ligature)) {
            clear(text);
            return false;
        }
        may_begin_ligature = plain->may_begin_ligature;
        const Face* own = faces.chain()[plain->link].face.get();
        if (own != face) {
            face = own;
            em = face->metrics().units_per_em;
        }
        const double advance = plain->advance / em;
        text.characters.push_back({at, decoded.bytes, decoded.code_point, face, text.glyphs.size(),
                                   1, advance, Orientation::Upright, false});
        text.glyphs.push_back({plain->glyph, 0, 0, advance});
        at += decoded.bytes;
    }
    return true;
}

}  // namespace madoguchi::fonts
