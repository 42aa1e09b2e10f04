// A municipality as the engine knows it: its name and its own characters.
//
// A directory with tenant.json {"id", "name", "gaiji"}; "gaiji" names a drawing file beside it
// (.json, glyphs as SVG paths in a square of 1000 units, y downwards) or a font (.ttf, .otf, .tte).
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "fonts/face_set.h"

namespace madoguchi::api {

struct Tenant {
    std::string id;
    std::string name;
    std::shared_ptr<const fonts::Face> gaiji;  ///< null when it has no characters of its own
};

/// Everything that is wrong with the directory comes back together.
Result<Tenant> read_tenant(const std::filesystem::path& directory);

}  // namespace madoguchi::api
