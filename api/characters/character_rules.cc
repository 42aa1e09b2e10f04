#include "api/characters/character_rules.h"

#include <utility>

#include "base/utf8.h"
#include "fonts/sets/set_border.h"

namespace madoguchi::api {

namespace {

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

std::string text_of(char32_t c) {
    return to_utf8(std::u32string(1, c));
}

/// A private-use code point with whatever stands upon it.
std::optional<char32_t> private_use_in(std::string_view character) {
    for (const char32_t c : to_utf32(character)) {
        if (is_private_use(c)) return c;
    }
    return std::nullopt;
}

}  // namespace

bool stops(FateKind kind) {
    return kind == FateKind::NoSubstitute || kind == FateKind::GaijiBlocked ||
           kind == FateKind::NotInCode;
}

const Fate& CharacterRules::fate_of(std::string_view character) {
    const auto known = known_.find(character);
    if (known != known_.end()) return known->second;
    Fate fate = decide(character);
    if (!stops(fate.kind)) require_code(fate);
    if (known_.size() >= most_known) {
        unknown_ = std::move(fate);
        return unknown_;
    }
    return known_.emplace(character, std::move(fate)).first->second;
}

Fate CharacterRules::decide(std::string_view character) const {
    const char32_t first = decode_utf8(character, 0).code_point;
    const bool is_single = decode_utf8(character, 0).bytes == character.size();
    if (is_control(first)) return {FateKind::Kept, std::string(character), {}};
    if (auto of_set = decide_set(character)) return *std::move(of_set);
    if (const auto gaiji = private_use_in(character)) return decide_gaiji(*gaiji, character);
    if (is_single) {
        if (auto variant = decide_variant(first)) return *std::move(variant);
    }
    if (settings_.target) return reduced(character);
    return {FateKind::Kept, std::string(character), {}};
}

Fate CharacterRules::decide_gaiji(char32_t code_point, std::string_view character) const {
    if (settings_.direction == Direction::Between && settings_.target) return reduced(character);
    if (settings_.direction == Direction::Between)
        return {FateKind::OwnCode, std::string(character), {}};
    const LinkGaiji& gaiji = settings_.link->gaiji;
    const bool comes_in = settings_.direction == Direction::FromLink;
    const std::map<char32_t, char32_t>& map = comes_in ? gaiji.to_tenant : gaiji.to_link;
    const auto mapped = map.find(code_point);
    // With a selector or a mark upon it, it is not the character that the map is about.
    if (mapped != map.end() && text_of(code_point) == character)
        return {FateKind::Gaiji, text_of(mapped->second), {}};
    if (!comes_in && settings_.target && settings_.choices.contains(character))
        return reduced(character);
    return {FateKind::GaijiBlocked, {}, {}};
}

std::optional<Fate> CharacterRules::decide_variant(char32_t code_point) const {
    if (settings_.link == nullptr) return std::nullopt;
    for (const VariantChoice& choice : settings_.link->variants) {
        if (code_point != choice.first && code_point != choice.second) continue;
        const auto wanted = settings_.direction == Direction::FromLink ? choice.read : choice.write;
        if (!wanted) return std::nullopt;
        // The repertoire holds the character under either code point, or the link cannot hold it.
        const bool is_held =
            !settings_.target ||
            fonts::repertoire(*settings_.target).contains(std::u32string{choice.first}) ||
            fonts::repertoire(*settings_.target).contains(std::u32string{choice.second});
        if (!is_held) return std::nullopt;
        const FateKind kind = *wanted == code_point ? FateKind::Kept : FateKind::Variant;
        return Fate{kind, text_of(*wanted), {}};
    }
    return std::nullopt;
}

/// At the border with a system that writes a set's characters as codes of plane 16. A code or a
/// name that the set claims and has not does not pass, nor does a tenant's gaiji under such a code.
std::optional<Fate> CharacterRules::decide_set(std::string_view character) const {
    for (const auto& set : settings_.sets) {
        const Result<std::string> text = settings_.direction == Direction::FromLink
                                             ? fonts::names_from_codes(character, *set)
                                             : fonts::codes_from_names(character, *set);
        if (!text.ok()) return Fate{FateKind::GaijiBlocked, {}, {}};
        if (*text != character) return Fate{FateKind::Gaiji, *text, {}};
    }
    return std::nullopt;
}

Fate CharacterRules::reduced(std::string_view character) const {
    const fonts::ReductionTarget target{.repertoire = fonts::repertoire(*settings_.target),
                                        .table = *settings_.table,
                                        .tenant = settings_.tenant,
                                        .choices = &settings_.choices,
                                        .no_substitute = settings_.link == nullptr
                                                             ? fonts::NoSubstitutePolicy::Stop
                                                             : settings_.link->no_substitute,
                                        .sets = settings_.installed};
    fonts::Reduction reduction = fonts::reduce(character, target);
    Fate fate{.reduced = std::move(reduction.characters.front())};
    using fonts::ReductionOutcome;
    if (fate.reduced->outcome == ReductionOutcome::NoSubstitute) {
        fate.kind = reduction.text ? FateKind::Marked : FateKind::NoSubstitute;
    } else if (fate.reduced->outcome != ReductionOutcome::Kept) {
        fate.kind = FateKind::Replaced;
    }
    fate.text = reduction.text.value_or("");
    return fate;
}

void CharacterRules::require_code(Fate& fate) const {
    if (settings_.to.is_unicode()) return;
    // A name (&MJ025760;) is a character; a code that spells its letters does not have it.
    const bool is_name = !character_reference(fate.text, 0).empty();
    const bool spells_name = is_name && settings_.to.charset().has_value();
    if (spells_name || !settings_.to.encode(fate.text).whole()) fate.kind = FateKind::NotInCode;
}

}  // namespace madoguchi::api
