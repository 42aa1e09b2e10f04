// 文字間の空き: what stands between two characters of a line beside their bodies, and how much of
// it may go or come when the line is adjusted. Source: JLREQ §3.1.2–3.1.6, §3.2.4, Appendix B
// (table 1), D (table 3) and E (table 6).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "render/layout/jlreq/character_class.h"

namespace madoguchi::render {

/// Brackets, commas, full stops and middle dots are half as wide as a kanji; in fonts they fill a
/// whole em with their own blank. The body is what is left without it (JLREQ §3.1.2).
struct Body {
    double before = 0;  ///< ems of the glyph's advance that are blank before the body
    double width = 1;   ///< ems
};
Body body_of(CharacterClass of);

/// A blank between two characters, in ems.
struct Gap {
    /// In the order in which they give way when a line is too long (JLREQ §3.8.3).
    enum class Kind : std::uint8_t {
        None,
        MiddleDot,  ///< 四分 beside a middle dot
        Bracket,    ///< 二分 beside brackets and behind commas
        Western,    ///< 四分アキ between Japanese and Western letters or digits
    };
    float natural = 0, least = 0;
    Kind kind = Kind::None;
    /// Whether a line may be opened here beyond `natural` (JLREQ §3.8.4); Kind::Western first.
    bool may_open = false;

    bool operator==(const Gap&) const = default;
};

/// 四分アキ where a template does without.
inline constexpr Gap closed_western_gap = {0, 0, Gap::Kind::None, true};

/// Up to where 四分アキ is opened before all other places.
inline constexpr float widest_western_gap = 0.5F;

using GapTable = std::array<std::array<Gap, class_count>, class_count>;
extern const GapTable gap_table;  ///< by the class before and the class after

/// Between two neighbours of one line. Nothing stands at a line's ends: opening brackets begin it
/// (天付き), closing marks end it without a blank.
inline const Gap& gap_between(CharacterClass before, CharacterClass after) {
    return gap_table[static_cast<std::size_t>(before)][static_cast<std::size_t>(after)];
}

}  // namespace madoguchi::render
