// SQLite: one file for each tenant and one about all of them, in one directory that one process
// holds.
#pragma once

#include <filesystem>
#include <memory>

#include "api/store/engine.h"

namespace madoguchi::api::store {

/// Layout: control.db, tenants/<id>.db, in-use.lock; readable by their owner alone. Findings
/// "store.in-use" while another process holds the directory, "store.no-tenant" for one without
/// room.
Result<std::unique_ptr<Engine>> open_sqlite(const std::filesystem::path& directory);

}  // namespace madoguchi::api::store
