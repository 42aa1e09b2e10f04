// Files from the disk, whole.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "base/result.h"

namespace madoguchi::api {

/// Refuses more than `limit` bytes, and whatever is no regular file (a pipe would be waited for).
/// Findings "input.…" name the file and the system's reason.
Result<std::string> read_file(const std::filesystem::path& file,
                              std::size_t limit = std::size_t{1} << 30);

}  // namespace madoguchi::api
