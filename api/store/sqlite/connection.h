// Connections to one SQLite file, set up as this program needs them.
#pragma once

#include <soci/soci.h>

#include <cstdint>
#include <filesystem>
#include <memory>

namespace madoguchi::api::store {

enum class Purpose { Reading, Writing };

/// Pages that stand in the write-ahead log behind its last checkpoint; counted by commits.
struct LogPages {
    int count = 0;
};

/// Throws soci::soci_error. The file is made when it is not there yet (Writing only). `log` is kept
/// up to date by a writing connection and outlives it.
std::unique_ptr<soci::session> connect(const std::filesystem::path& file, Purpose purpose,
                                       LogPages* log);

/// Whether the file's pages hold together: in full, or for a large file all but indices.
bool is_sound(soci::session& sql, std::uintmax_t bytes);

/// Moves what the log holds into the file. Only the one writer of a file may do it: checkpoints of
/// SQLite before 3.51.3 that meet a commit of another connection can lose it
/// (sqlite.org/wal.html#walresetbug).
void checkpoint(soci::session& writer);

}  // namespace madoguchi::api::store
