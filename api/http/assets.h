// The studio's built files, read once at start and served from memory.
//
// Each file becomes a route of its own, so a request can reach what was loaded and nothing else.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "api/http/router.h"
#include "base/result.h"

namespace madoguchi::api::http {

struct Asset {
    std::string path;  ///< below the directory, "/assets/app-1a2b.js"
    std::string content_type;
    std::string etag;  ///< quoted, from the content
    Body content;
};

/// All regular files below `directory`, sorted by path. Symbolic links, hidden files and kinds that
/// the studio does not have are left out. Finding "assets.unreadable".
Result<std::vector<Asset>> load_assets(const std::filesystem::path& directory);

/// GET routes for all; "/index.html" also answers "/". An unchanged file (If-None-Match) is 304.
/// Files below "/assets/" carry their hash in the name and may be kept for ever.
void mount_assets(Router& router, const std::vector<Asset>& assets);

}  // namespace madoguchi::api::http
