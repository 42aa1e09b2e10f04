// Whether a file is still the one that was read.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

namespace madoguchi::api {

/// Device, inode, size, and when content and inode were last changed (seconds, nanoseconds); all
/// zero when there is no such file. A replaced file always has another one; a file that is written
/// in place twice within a tick of the system's clock, with the same size, has not.
using FileStamp = std::array<std::int64_t, 7>;

FileStamp stamp_of(const std::filesystem::path& file);

}  // namespace madoguchi::api
