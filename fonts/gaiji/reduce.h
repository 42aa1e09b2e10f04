// Reduction (縮退): a text for a system that cannot hold all of its characters, and an honest
// account of what became of each.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/character.h"
#include "fonts/charset/repertoire.h"
#include "fonts/gaiji/registry.h"
#include "fonts/sets/character_set.h"

namespace madoguchi::fonts {

/// What stands where a character has no substitute.
enum class NoSubstitutePolicy {
    Stop,  ///< there is no reduced text
    Mark,  ///< 〓
    Kana,  ///< the whole text gives way to its reading
};

/// A tenant's recorded decisions, from a character as text to what replaces it.
using ReductionChoices = std::map<std::string, std::string, std::less<>>;

/// What a tenant's registry of gaiji records for the repertoire.
ReductionChoices recorded_choices(const GaijiRegistry& registry, RepertoireName name);

struct ReductionTarget {
    const Repertoire& repertoire;
    const MjTable& table;
    std::string_view tenant;                    ///< whose text it is
    const ReductionChoices* choices = nullptr;  ///< may be null
    NoSubstitutePolicy no_substitute = NoSubstitutePolicy::Stop;
    std::string_view reading;  ///< of the text, for Kana
    /// Installed sets, whose lists name substitutes for their own characters.
    std::span<const std::shared_ptr<const CharacterSet>> sets = {};
};

enum class ReductionOutcome {
    Kept,  ///< the target holds this very shape
    /// MJ文字情報一覧 calls the place exact (包摂区分 0), yet another character stands there: 𠮷 at
    /// that of 吉. The text changes, so it is told wherever a replacement is.
    KeptByList,
    Replaced,      ///< another character stands for it
    NoSubstitute,  ///< nothing may stand for it
};

/// Who says that the one may stand for the other.
struct ReductionGround {
    enum class Kind {
        Tenant,
        List,  ///< the place that MJ文字情報一覧 gives it
        Map,   ///< MJ縮退マップ
        Set,   ///< the list of an installed set
    } kind = Kind::Map;
    Ground map = Ground::UnificationRule;  ///< where the map says so
    int rank = 0, hops = 0;
};

struct ReducedCharacter {
    std::string original;
    ReductionOutcome outcome = ReductionOutcome::Kept;
    std::string replacement;  ///< equal to the original when it was kept; empty without substitute
    std::optional<ReductionGround> ground;  ///< of a replacement, and where kept by the list
    /// What else the map would allow in this target, in its order.
    std::vector<ReductionCandidate> alternatives;
};

struct Reduction {
    std::optional<std::string> text;  ///< nothing under Stop when a character has no substitute
    std::vector<ReducedCharacter> characters;

    bool is_unchanged() const;
};

/// For valid UTF-8. A choice of the tenant rules where its replacement is in the target; else the
/// character at a place that the list calls exact; else the first candidate of the map that the
/// target holds (Ground's order, then rank, then hops). A shape that JIS X 0213 unifies with
/// another (包摂) is replaced, never kept.
Reduction reduce(std::string_view text, const ReductionTarget& target);

}  // namespace madoguchi::fonts
