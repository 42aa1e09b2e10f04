#include "fonts/gaiji/reduction_coverage.h"

#include <set>
#include <string>

#include "fonts/gaiji/reduce.h"

namespace madoguchi::fonts {

namespace {

void count_candidates(const MjCharacter& character, ReductionCoverage& coverage) {
    std::set<char32_t> different;
    for (const ReductionCandidate& candidate : character.candidates())
        different.insert(candidate.code_point);
    if (different.empty()) {
        ++coverage.no_candidate;
    } else {
        ++(different.size() == 1 ? coverage.one_candidate : coverage.several_candidates);
    }
}

void count_outcome(const MjCharacter& character, const ReducedCharacter& reduced,
                   ReductionCoverage& coverage) {
    switch (reduced.outcome) {
        case ReductionOutcome::Kept:
            ++coverage.kept;
            return;
        case ReductionOutcome::KeptByList:
            coverage.kept_by_list.push_back(character.number());
            return;
        case ReductionOutcome::Replaced:
            ++coverage.replaced;
            coverage.unified += character.jis_x_0213().has_value() &&
                                character.unification() == Unification::Unified &&
                                reduced.ground->map == Ground::UnificationRule;
            return;
        case ReductionOutcome::NoSubstitute:
            ++coverage.no_substitute;
            return;
    }
}

}  // namespace

ReductionCoverage cover_reduction(const Repertoire& target, const MjTable& table) {
    ReductionCoverage coverage;
    const ReductionTarget into{.repertoire = target, .table = table, .tenant = {}};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const MjCharacter character = table[i];
        if (character.is_hentaigana()) continue;
        ++coverage.total;
        count_candidates(character, coverage);
        const Reduction reduction = reduce("&" + mj_name(character.number()) + ";", into);
        count_outcome(character, reduction.characters.at(0), coverage);
    }
    return coverage;
}

}  // namespace madoguchi::fonts
