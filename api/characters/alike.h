// Help with 同定 over all that is installed: the index of 文字情報基盤's shapes, and those of the
// installed character sets.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "api/characters/character_sets.h"
#include "base/result.h"
#include "fonts/face_set.h"
#include "fonts/gaiji/identify.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::api {

/// The bytes of the index: every character of the table that the face draws under its number's
/// name, some 59,000. It takes seconds.
Bytes make_shape_index(const fonts::Face& face, const fonts::MjTable& table);

/// The face of the chain whose glyphs bear MJ numbers as their names.
Result<std::shared_ptr<const fonts::Face>> mj_face(const fonts::FontLibrary& fonts);

class ShapeLibrary {
  public:
    /// The index at its usual place, or, while none is there, one that is made now. What is there
    /// and is not of the installed font is a finding. The sets' shapes are made now.
    static Result<ShapeLibrary> open(const CharacterSets& sets);

    std::vector<fonts::AlikeCharacter> identify(const fonts::NormalShape& shape,
                                                std::size_t count) const;
    /// As it is written in text; of MJ the sequence or code point where it has one.
    std::string text_of(const fonts::NamedCharacter& character) const;

  private:
    std::shared_ptr<const fonts::MjTable> table_;
    std::vector<std::shared_ptr<const fonts::ShapeIndex>> indexes_;
};

}  // namespace madoguchi::api
