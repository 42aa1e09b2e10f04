// One character of a name as the model of the whole house knows it: exactly one shape.
//
// In text it is written as UTF-8: a code point with the marks that belong to it, a base with a
// variation selector, a name ("&MJ003719;", "&GJ000001;"), or a private-use code point, which is a
// character of the tenant whose text it is and of nobody else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "fonts/face_set.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::fonts {

/// A code point, or several that people see as one character (か゚).
struct CodedCharacter {
    std::u32string code_points;
    bool operator==(const CodedCharacter&) const = default;
};

/// A base and a selector. No collection: a sequence that no collection registers.
struct SequencedCharacter {
    VariationSequence sequence;
    std::optional<Collection> collection;
    bool operator==(const SequencedCharacter&) const = default;
};

/// A character of 文字情報基盤 (MJ) or of the additions of 行政事務標準文字 (GJ), by its number.
struct NamedCharacter {
    enum class Set { Mj, Gj } set = Set::Mj;
    std::uint32_t number = 0;
    bool operator==(const NamedCharacter&) const = default;
};

/// A tenant's own character (外字). The same code of another tenant is another character.
struct GaijiCharacter {
    std::string tenant;
    char32_t code_point = 0;
    bool operator==(const GaijiCharacter&) const = default;
};

using Character = std::variant<CodedCharacter, SequencedCharacter, NamedCharacter, GaijiCharacter>;

/// The characters of valid UTF-8, one for each that people see; `tenant` is whose text it is.
std::vector<Character> parse_characters(std::string_view text, const MjTable& table,
                                        std::string_view tenant);

/// As it is written in text; parsing it again gives the same character.
std::string write_character(const Character& character);

/// The character of 文字情報基盤 whose shape this is, where the list says so.
std::optional<MjCharacter> mj_character(const Character& character, const MjTable& table);

/// Whether both are known to be one shape: 辻 and 辻 with U+E0103 are (both are MJ025761), although
/// their texts differ. False where nothing is known of one of them but its text.
bool have_same_shape(const Character& a, const Character& b, const MjTable& table);

}  // namespace madoguchi::fonts
