// A character set that an operator installs beside 文字情報基盤: the additions of 行政事務標準文字
// (GJ), which grow with every edition. A font draws each character under its name ("gj000001" is
// GJ000001), a list says the rest.
//
// A character of a set is its name. The private code point of plane 16 that the list gives for it
// is an agreement for exchange (fonts/sets/set_border.h): inside text that same code point is a
// tenant's own character and nobody else's.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fonts/face.h"
#include "fonts/mj/mj_character.h"

namespace madoguchi::fonts {

/// What a package says of itself.
struct SetDescription {
    std::string name;     ///< "gj": lower-case ASCII letters, digits and hyphens
    std::string title;    ///< for people
    std::string version;  ///< of the set, as its publisher calls it
    std::string licence;
    std::string source;  ///< where it is from; may be empty
    std::string prefix;  ///< two capital letters before the number: "GJ"
    /// The codes of plane 16 that are agreed for the set, both included.
    char32_t first_code = 0, last_code = 0;
    std::size_t count = 0;  ///< characters
};

struct SetCharacter {
    std::uint32_t number = 0;  ///< 1 is GJ000001
    char32_t code = 0;         ///< private use, plane 16
    std::vector<std::string> readings;
    std::optional<int> radical;  ///< Kangxi, 1 to 214
    std::optional<int> strokes;  ///< of the whole character
    /// Characters of 文字情報基盤 that may stand for it where a system cannot hold it, the
    /// preferred first.
    std::vector<MjNumber> substitutes;

    bool operator==(const SetCharacter&) const = default;
};

/// Immutable; safe to use from many threads at once.
class CharacterSet {
  public:
    /// Takes only a list and a font that are the same characters, as many as the description
    /// counts: each is drawn, each glyph of the prefix is listed, and the font may be embedded.
    /// All that is wrong comes back together ("character-set.…"); `font_name` names the font in
    /// findings.
    static Result<std::shared_ptr<const CharacterSet>> make(SetDescription description,
                                                            std::vector<SetCharacter> characters,
                                                            std::shared_ptr<const Face> face,
                                                            const std::string& font_name);

    const SetDescription& description() const { return description_; }
    /// By number.
    std::span<const SetCharacter> characters() const { return characters_; }
    const std::shared_ptr<const Face>& face() const { return face_; }

    const SetCharacter* by_number(std::uint32_t number) const;
    /// Of a name as it stands in a character reference, "GJ000001".
    const SetCharacter* by_name(std::string_view name) const;
    const SetCharacter* by_code(char32_t code) const;
    /// Whether the code is one of those agreed for the set, given to a character or not.
    bool claims(char32_t code) const;

  private:
    CharacterSet(SetDescription description, std::vector<SetCharacter> characters,
                 std::shared_ptr<const Face> face);

    SetDescription description_;
    std::vector<SetCharacter> characters_;
    std::vector<std::uint32_t> by_code_;  ///< places in characters_
    std::shared_ptr<const Face> face_;
};

/// "GJ000001"
std::string set_character_name(std::string_view prefix, std::uint32_t number);
/// The number of such a name, written exactly so; nothing when it is none of the prefix.
std::optional<std::uint32_t> parse_set_name(std::string_view prefix, std::string_view name);

/// A finding about a set ("character-set." before the code); the origin names file and line (0: the
/// file as a whole).
Diagnostic set_finding(std::string code, const std::string& file, std::size_t line,
                       BilingualText message, BilingualText hint);

}  // namespace madoguchi::fonts
