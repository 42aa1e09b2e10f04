// What becomes of each character on its way into another code or repertoire.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "api/characters/character_sets.h"
#include "api/characters/link.h"
#include "fonts/charset/file_code.h"
#include "fonts/gaiji/reduce.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::api {

enum class Direction {
    Between,   ///< two codes, no other system
    FromLink,  ///< what a link sent
    ToLink,    ///< what a link is to get
};

struct CharacterRuleSettings {
    fonts::FileCode to{fonts::CharsetName::Utf8};
    Direction direction = Direction::Between;
    const Link* link = nullptr;             ///< outlives the rules; null for Between
    const fonts::MjTable* table = nullptr;  ///< outlives the rules; needed with a target
    std::optional<fonts::RepertoireName> target;
    std::string tenant;  ///< whose characters they are
    /// What the link and the tenant's registry record for the target; the link's come first.
    fonts::ReductionChoices choices;
    /// Sets whose characters the link writes as private codes of plane 16.
    CharacterSets sets;
    /// All that are installed: their lists name substitutes.
    CharacterSets installed;
};

enum class FateKind {
    Kept,
    Variant,       ///< the link's choice of two code points
    Gaiji,         ///< by the link's map, or by a set's list
    OwnCode,       ///< a private-use code point as it is: both codes are the tenant's
    Replaced,      ///< by the reduction
    Marked,        ///< 〓 for what has no substitute
    NoSubstitute,  ///< stops
    GaijiBlocked,  ///< a private-use code point that the link does not map: stops
    NotInCode,     ///< stops
};
bool stops(FateKind kind);

struct Fate {
    FateKind kind = FateKind::Kept;
    std::string text;  ///< what is written
    std::optional<fonts::ReducedCharacter> reduced;
};

class CharacterRules {
  public:
    explicit CharacterRules(CharacterRuleSettings settings) : settings_(std::move(settings)) {}

    /// Of one character that people see, in valid UTF-8. Stays where it is for this object's life
    /// while there are at most most_known different ones; then only until the next call.
    const Fate& fate_of(std::string_view character);
    static constexpr std::size_t most_known = 200'000;

  private:
    Fate decide(std::string_view character) const;
    Fate decide_gaiji(char32_t code_point, std::string_view character) const;
    std::optional<Fate> decide_variant(char32_t code_point) const;
    Fate reduced(std::string_view character) const;
    std::optional<Fate> decide_set(std::string_view character) const;
    void require_code(Fate& fate) const;

    CharacterRuleSettings settings_;
    std::map<std::string, Fate, std::less<>> known_;
    Fate unknown_;
};

}  // namespace madoguchi::api
