#include "api/characters/alike.h"

#include <utility>

#include "api/places.h"
#include "fonts/installed_fonts.h"

namespace madoguchi::api {

namespace {

using fonts::NamedCharacter;
using SharedIndex = std::shared_ptr<const fonts::ShapeIndex>;

std::vector<fonts::IndexedGlyph> glyphs_of(const fonts::CharacterSet& set) {
    std::vector<fonts::IndexedGlyph> glyphs;
    for (const fonts::SetCharacter& character : set.characters()) {
        const std::string name =
            fonts::set_character_name(set.description().prefix, character.number);
        if (const auto glyph = set.face()->glyph_by_name(name))
            glyphs.push_back({character.number, *glyph});
    }
    return glyphs;
}

Result<SharedIndex> open_mj_index(std::shared_ptr<const fonts::Face> face,
                                  const fonts::MjTable& table) {
    const std::filesystem::path place = find_places().shapes;
    std::error_code unreadable;  // then opening it says why
    if (std::filesystem::status(place, unreadable).type() !=
        std::filesystem::file_type::not_found) {
        return fonts::ShapeIndex::open(place, std::move(face), NamedCharacter::Set::Mj);
    }
    Bytes made = make_shape_index(*face, table);
    return fonts::ShapeIndex::from_bytes(std::move(made), place.filename().string(),
                                         std::move(face), NamedCharacter::Set::Mj);
}

}  // namespace

Bytes make_shape_index(const fonts::Face& face, const fonts::MjTable& table) {
    std::vector<fonts::IndexedGlyph> glyphs;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const fonts::MjNumber number = table[i].number();
        if (const auto glyph = face.glyph_by_name(fonts::mj_name(number)))
            glyphs.push_back({number, *glyph});
    }
    return fonts::ShapeIndex::make(face, glyphs);
}

Result<std::shared_ptr<const fonts::Face>> mj_face(const fonts::FontLibrary& fonts) {
    for (const fonts::FaceLink& link : fonts.mincho->chain()) {
        if (link.role == fonts::FaceRole::Text && link.face->glyph_by_name("MJ000001"))
            return link.face;
    }
    return Diagnostic{.code = "shapes.no-font",
                      .message = {"MJ文字図形名を字形の名前に持つフォントがありません。",
                                  "No font names its glyphs by MJ numbers."},
                      .hints = {{"fonts-ipamj-mincho をインストールしてください。",
                                 "Install fonts-ipamj-mincho."}}};
}

Result<ShapeLibrary> ShapeLibrary::open(const CharacterSets& sets) {
    ShapeLibrary library;
    library.table_ = TRY(fonts::MjTable::open(find_places().characters));
    const fonts::FontLibrary installed = TRY(fonts::open_installed_fonts());
    std::shared_ptr<const fonts::Face> face = TRY(mj_face(installed));
    SharedIndex mj = TRY(open_mj_index(std::move(face), *library.table_));
    library.indexes_.push_back(std::move(mj));
    for (const auto& set : sets) {
        Bytes made = fonts::ShapeIndex::make(*set->face(), glyphs_of(*set));
        SharedIndex index = TRY(fonts::ShapeIndex::from_bytes(
            std::move(made), set->description().name, set->face(), NamedCharacter::Set::Gj));
        library.indexes_.push_back(std::move(index));
    }
    return library;
}

std::vector<fonts::AlikeCharacter> ShapeLibrary::identify(const fonts::NormalShape& shape,
                                                          std::size_t count) const {
    return fonts::identify(shape, indexes_, count);
}

std::string ShapeLibrary::text_of(const NamedCharacter& character) const {
    if (character.set == NamedCharacter::Set::Mj) {
        const auto found = table_->by_number(character.number);
        if (found) return found->text();
    }
    return fonts::write_character(character);
}

}  // namespace madoguchi::api
