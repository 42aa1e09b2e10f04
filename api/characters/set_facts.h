// The characters of installed sets among the others that a person looks for.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "api/characters/character_sets.h"
#include "api/characters/facts.h"
#include "api/characters/find.h"

namespace madoguchi::api {

/// Of a text like "&GJ000001;" that one of the sets has; nothing for any other.
std::optional<CharacterFacts> facts_in_sets(std::string_view text, const CharacterSets& sets,
                                            const fonts::MjTable& table,
                                            const fonts::FaceSet& faces);

/// All that the sets' lists know to be so; nothing where a register's code is asked for.
std::vector<CharacterFacts> find_in_sets(const CharacterSets& sets, const CharacterQuery& query,
                                         const fonts::MjTable& table, const fonts::FaceSet& faces);

}  // namespace madoguchi::api
