// A tenant's own characters among the others that a person looks for.
#pragma once

#include <string_view>
#include <vector>

#include "api/characters/facts.h"
#include "api/characters/find.h"
#include "fonts/gaiji/registry.h"

namespace madoguchi::api {

CharacterFacts facts_of(const fonts::GaijiEntry& entry, const fonts::FaceSet& faces);

/// The entry whose character the text is; nullptr for any other text.
const fonts::GaijiEntry* gaiji_in(const fonts::GaijiRegistry& registry, std::string_view text);

/// Those read so, or called so in their meaning; nothing where strokes, radical or a register's
/// code are asked for, which a registry does not keep.
std::vector<const fonts::GaijiEntry*> find_gaiji(const fonts::GaijiRegistry& registry,
                                                 const fonts::MjTable& table,
                                                 const CharacterQuery& query);

}  // namespace madoguchi::api
