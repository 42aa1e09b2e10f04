// Tables 1, 3 and 6 by what each side brings along: an opening bracket wants a half em before it,
// closing marks one behind, a middle dot a quarter on both sides.

#include "render/layout/jlreq/spacing.h"

namespace madoguchi::render {

namespace {

using enum CharacterClass;
using Kind = Gap::Kind;

constexpr bool is_closing(CharacterClass of) {
    return of == ClosingBracket || of == FullStop || of == Comma;
}

/// 和字 beside which Western letters stand apart (§3.2.4).
constexpr bool is_japanese(CharacterClass of) {
    switch (of) {
        case IterationMark:
        case ProlongedSoundMark:
        case SmallKana:
        case Hiragana:
        case Katakana:
        case Ideographic:
            return true;
        default:
            return false;
    }
}

constexpr bool is_western(CharacterClass of) {
    return of == GroupedNumeral || of == Western;
}

constexpr bool meets_western(CharacterClass before, CharacterClass after) {
    if (is_western(after)) return is_japanese(before) || before == DividingPunctuation;
    return is_western(before) && is_japanese(after);
}

/// The half em behind brackets and commas may go, that behind full stops may not; neither before a
/// Western word space, which gives way itself.
constexpr Gap after_closing(CharacterClass before, CharacterClass after) {
    if (is_closing(after)) return {};
    if (after == IdeographicSpace && before == ClosingBracket) return {};
    if (after == MiddleDot) {
        if (before == ClosingBracket) return {0.25F, 0, Kind::MiddleDot};
        return {0.75F, before == FullStop ? 0.5F : 0, Kind::MiddleDot};
    }
    if (before == FullStop || after == WordSpace) return {0.5F, 0.5F, Kind::None};
    return {0.5F, 0, Kind::Bracket};
}

constexpr Gap beside_middle_dot(CharacterClass before, CharacterClass after) {
    if (before == MiddleDot && after == MiddleDot) return {0.5F, 0, Kind::MiddleDot};
    if (before == WordSpace || after == WordSpace) return {0.25F, 0.25F, Kind::None};
    return {0.25F, 0, Kind::MiddleDot};
}

constexpr Gap before_opening(CharacterClass before) {
    if (before == OpeningBracket || before == IdeographicSpace) return {};
    if (before == WordSpace) return {0.5F, 0.5F, Kind::None};
    return {0.5F, 0, Kind::Bracket};
}

constexpr Gap blank_between(CharacterClass before, CharacterClass after) {
    if (is_closing(before)) return after_closing(before, after);
    if (before == MiddleDot || after == MiddleDot) return beside_middle_dot(before, after);
    if (after == OpeningBracket) return before_opening(before);
    if (meets_western(before, after)) return {0.25F, 0.125F, Kind::Western};
    return {};
}

/// Neither beside what brings its own blank, nor behind signs that close a sentence or join words.
constexpr bool may_open_behind(CharacterClass before, CharacterClass after) {
    switch (before) {
        case OpeningBracket:
        case ClosingBracket:
        case Hyphen:
        case MiddleDot:
        case FullStop:
        case Comma:
        case IdeographicSpace:
        case WordSpace:
            return false;
        case DividingPunctuation:
            return is_western(after);
        default:
            return true;
    }
}

constexpr bool may_open_before(CharacterClass before, CharacterClass after) {
    switch (after) {
        case OpeningBracket:
        case ClosingBracket:
        case Hyphen:
        case DividingPunctuation:
        case MiddleDot:
        case FullStop:
        case Comma:
        case IdeographicSpace:
        case WordSpace:
            return false;
        case Inseparable:  // repetition marks before a leader belong to it
            return before != Inseparable && before != IterationMark &&
                   before != ProlongedSoundMark && before != SmallKana;
        case GroupedNumeral:
            return before != PrefixedAbbreviation && before != Inseparable;
        default:
            return true;
    }
}

constexpr bool inside_western(CharacterClass before, CharacterClass after) {
    return is_western(before) && (is_western(after) || after == PostfixedAbbreviation);
}

constexpr Gap compute(CharacterClass before, CharacterClass after) {
    Gap gap = blank_between(before, after);
    gap.may_open = may_open_behind(before, after) && may_open_before(before, after) &&
                   !inside_western(before, after);
    return gap;
}

constexpr GapTable compute_all() {
    GapTable gaps{};
    for (std::size_t before = 0; before < class_count; ++before) {
        for (std::size_t after = 0; after < class_count; ++after) {
            gaps[before][after] =
                compute(static_cast<CharacterClass>(before), static_cast<CharacterClass>(after));
        }
    }
    return gaps;
}

}  // namespace

Body body_of(CharacterClass of) {
    switch (of) {
        case OpeningBracket:
            return {0.5, 0.5};
        case ClosingBracket:
        case FullStop:
        case Comma:
            return {0, 0.5};
        case MiddleDot:
            return {0.25, 0.5};
        default:
            return {};
    }
}

constinit const GapTable gap_table = compute_all();

}  // namespace madoguchi::render
