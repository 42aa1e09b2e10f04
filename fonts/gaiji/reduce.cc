#include "fonts/gaiji/reduce.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "fonts/charset/jis_x_0213.h"

namespace madoguchi::fonts {

namespace {

constexpr std::string_view geta = "\u3013";

bool holds(const Repertoire& repertoire, std::string_view text) {
    const std::vector<Cluster> clusters = grapheme_clusters(text);
    return std::all_of(clusters.begin(), clusters.end(), [&](const Cluster& cluster) {
        return repertoire.contains(to_utf32(text.substr(cluster.offset, cluster.size)));
    });
}

/// The character without its distinction as a CJK compatibility ideograph (塚 U+FA10 as U+585A).
char32_t unified(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return c;
    icu::UnicodeString decomposed;
    const bool has_one = nfc->getRawDecomposition(static_cast<UChar32>(c), decomposed);
    const bool is_single = has_one && decomposed.countChar32() == 1;
    return is_single ? static_cast<char32_t>(decomposed.char32At(0)) : c;
}

/// What stands at the place in JIS X 0213 that the list calls this character's own; empty where it
/// gives none, or where JIS unifies it there with the shape it shows.
std::u32string_view text_at_its_place(const MjCharacter& mj) {
    const auto position = mj.jis_x_0213();
    if (!position || mj.unification() != Unification::Exact) return {};
    return jis_x_0213_text(*position);
}

bool is_its_own(std::u32string_view there, const MjCharacter& mj) {
    return there.size() == 1 && mj.corresponding() &&
           (there[0] == *mj.corresponding() || unified(there[0]) == unified(*mj.corresponding()));
}

/// How a code holds the very shape of a character of 文字情報基盤: as what stands at its place in
/// JIS X 0213; without a place by its own code point. Not at the place of another character.
std::u32string exact_text(const MjCharacter& mj) {
    if (!mj.jis_x_0213())
        return mj.code_point() ? std::u32string{*mj.code_point()} : std::u32string();
    const std::u32string_view there = text_at_its_place(mj);
    return is_its_own(there, mj) ? std::u32string(there) : std::u32string();
}

/// The text under which the target holds this very shape.
std::optional<std::string> kept_text(const Character& character, const ReductionTarget& target) {
    const std::optional<MjCharacter> mj = mj_character(character, target.table);
    std::string text;
    if (mj) {
        text = to_utf8(exact_text(*mj));
    } else if (std::holds_alternative<CodedCharacter>(character)) {
        text = write_character(character);
    }
    if (text.empty() || !holds(target.repertoire, text)) return std::nullopt;
    return text;
}

/// Candidates that the target holds; the same code point once, on its best ground.
std::vector<ReductionCandidate> usable_candidates(const MjCharacter& mj, const Repertoire& in) {
    std::vector<ReductionCandidate> usable;
    for (const ReductionCandidate& candidate : mj.candidates()) {
        const bool is_known = std::any_of(
            usable.begin(), usable.end(),
            [&](const ReductionCandidate& c) { return c.code_point == candidate.code_point; });
        if (!is_known && in.contains(std::u32string{candidate.code_point}))
            usable.push_back(candidate);
    }
    return usable;
}

const SetCharacter* find_in_sets(const Character& character, const ReductionTarget& target) {
    const auto* named = std::get_if<NamedCharacter>(&character);
    if (named == nullptr || named->set != NamedCharacter::Set::Gj) return nullptr;
    for (const auto& set : target.sets) {
        const SetCharacter* found =
            set->description().prefix == "GJ" ? set->by_number(named->number) : nullptr;
        if (found != nullptr) return found;
    }
    return nullptr;
}

ReducedCharacter reduce_one(const Character& character, const ReductionTarget& target);

/// The first character of 文字情報基盤 that the set's list names and the target can hold, or can
/// hold a substitute of.
void replace_by_set(const Character& character, const ReductionTarget& target,
                    ReducedCharacter& reduced) {
    const SetCharacter* listed = find_in_sets(character, target);
    if (listed == nullptr) return;
    for (const MjNumber number : listed->substitutes) {
        const ReducedCharacter other =
            reduce_one(NamedCharacter{NamedCharacter::Set::Mj, number}, target);
        if (other.outcome == ReductionOutcome::NoSubstitute) continue;
        reduced.outcome = ReductionOutcome::Replaced;
        reduced.replacement = other.replacement;
        reduced.ground = ReductionGround{.kind = ReductionGround::Kind::Set};
        return;
    }
}

/// The replacement on its ground, what else the map would allow beside it.
void replace(ReducedCharacter& reduced, std::string replacement, const ReductionGround& ground) {
    std::erase_if(reduced.alternatives, [&](const ReductionCandidate& other) {
        return to_utf8(std::u32string{other.code_point}) == replacement;
    });
    reduced.outcome = ReductionOutcome::Replaced;
    reduced.replacement = std::move(replacement);
    reduced.ground = ground;
}

bool replace_by_choice(const ReductionTarget& target, ReducedCharacter& reduced) {
    if (target.choices == nullptr) return false;
    const auto choice = target.choices->find(reduced.original);
    if (choice == target.choices->end() || !holds(target.repertoire, choice->second)) return false;
    replace(reduced, choice->second, {.kind = ReductionGround::Kind::Tenant});
    return true;
}

bool keep_by_list(const MjCharacter& mj, const ReductionTarget& target, ReducedCharacter& reduced) {
    const std::string there = to_utf8(text_at_its_place(mj));
    if (there.empty() || !holds(target.repertoire, there)) return false;
    replace(reduced, there, {.kind = ReductionGround::Kind::List});
    reduced.outcome = ReductionOutcome::KeptByList;
    return true;
}

bool replace_by_map(ReducedCharacter& reduced) {
    if (reduced.alternatives.empty()) return false;
    const ReductionCandidate first = reduced.alternatives.front();
    replace(reduced, to_utf8(std::u32string{first.code_point}),
            {ReductionGround::Kind::Map, first.ground, first.rank, first.hops});
    return true;
}

ReducedCharacter reduce_one(const Character& character, const ReductionTarget& target) {
    ReducedCharacter reduced{.original = write_character(character)};
    if (auto kept = kept_text(character, target)) {
        reduced.replacement = std::move(*kept);
        return reduced;
    }
    const std::optional<MjCharacter> mj = mj_character(character, target.table);
    if (mj) reduced.alternatives = usable_candidates(*mj, target.repertoire);
    if (replace_by_choice(target, reduced)) return reduced;
    if (mj && keep_by_list(*mj, target, reduced)) return reduced;
    if (replace_by_map(reduced)) return reduced;
    reduced.outcome = ReductionOutcome::NoSubstitute;
    replace_by_set(character, target, reduced);
    return reduced;
}

/// The reduced text under the policy.
std::optional<std::string> joined(const std::vector<ReducedCharacter>& characters,
                                  const ReductionTarget& target) {
    std::string text;
    for (const ReducedCharacter& character : characters) {
        if (character.outcome != ReductionOutcome::NoSubstitute) {
            text += character.replacement;
            continue;
        }
        switch (target.no_substitute) {
            case NoSubstitutePolicy::Stop:
                return std::nullopt;
            case NoSubstitutePolicy::Mark:
                if (!holds(target.repertoire, geta)) return std::nullopt;
                text += geta;
                break;
            case NoSubstitutePolicy::Kana:
                if (target.reading.empty() || !holds(target.repertoire, target.reading))
                    return std::nullopt;
                return std::string(target.reading);
        }
    }
    return text;
}

}  // namespace

ReductionChoices recorded_choices(const GaijiRegistry& registry, RepertoireName name) {
    ReductionChoices choices;
    for (const GaijiEntry& entry : registry.entries()) {
        const auto substitute = entry.substitutes.find(name);
        if (substitute != entry.substitutes.end())
            choices.emplace(to_utf8(std::u32string{entry.code_point}), substitute->second);
    }
    return choices;
}

bool Reduction::is_unchanged() const {
    return std::all_of(characters.begin(), characters.end(), [](const ReducedCharacter& c) {
        return c.outcome == ReductionOutcome::Kept && c.replacement == c.original;
    });
}

Reduction reduce(std::string_view text, const ReductionTarget& target) {
    Reduction reduction;
    for (const Character& character : parse_characters(text, target.table, target.tenant))
        reduction.characters.push_back(reduce_one(character, target));
    reduction.text = joined(reduction.characters, target);
    return reduction;
}

}  // namespace madoguchi::fonts
