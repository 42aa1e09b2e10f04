// The file that says where the store is:
//
//     {"store": {"directory": "/var/lib/madoguchi"},
//      "masterKey": "/etc/madoguchi/master.key",
//      "checkpoints": "/var/log/madoguchi/audit"}
//
// or, for PostgreSQL, "store": {"connection": "host=… dbname=… user=madoguchi_service",
// "ownerConnection": "…"}. Relative paths count from the file.
#pragma once

#include <filesystem>

#include "api/store/store.h"

namespace madoguchi::api::store {

/// Findings "input.…", "json.…" and "service.malformed" name the file.
Result<StoreSettings> read_store_settings(const std::filesystem::path& file);

}  // namespace madoguchi::api::store
