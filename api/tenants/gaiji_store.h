// Where a tenant's gaiji are kept: a file in its directory, whole or as it was.
#pragma once

#include <filesystem>
#include <functional>

#include "base/result.h"
#include "fonts/gaiji/registry.h"

namespace madoguchi::api {

/// Findings "input.…", "json.…" and "tenant.malformed" name the file.
Result<fonts::GaijiRegistry> read_gaiji(const std::filesystem::path& file);

/// Reads the registry (an empty one when there is no file yet), changes it, and puts the changed
/// one in its place, unless it could not be read again or made into a font. Others who change the
/// registry of the same directory wait meanwhile, so that no change is lost.
Result<fonts::GaijiRegistry> change_gaiji(
    const std::filesystem::path& file,
    const std::function<Result<fonts::GaijiRegistry>(const fonts::GaijiRegistry&)>& change);

}  // namespace madoguchi::api
