// /v1/characters: finding a character, its variants, what a system can hold of a name. Names come
// in bodies, never in URLs.
#pragma once

#include <memory>

#include "api/characters/character_sets.h"
#include "api/http/router.h"
#include "fonts/face_set.h"
#include "fonts/gaiji/registry.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::api {

/// What the characters of one tenant are looked up in and drawn with.
struct CharacterSource {
    std::shared_ptr<const fonts::MjTable> table;
    std::shared_ptr<const fonts::FaceSet> faces;
    std::string tenant;
    std::shared_ptr<const fonts::GaijiRegistry> registry;  ///< may be null
    CharacterSets sets;
};

void mount_characters(http::Router& router, CharacterSource source);

}  // namespace madoguchi::api
