// A floor for backup: everything of one tenant or of all, while the service runs, as one encrypted
// file that either engine can be restored from. Rows are copied as they are kept: what is sealed
// stays sealed, the trail keeps its chain. Sessions are left out: nobody is signed in after a
// restore.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "api/store/store.h"

namespace madoguchi::api::store {

struct Copied {
    std::int64_t tenants = 0, rows = 0;
};

/// `tenant`: that one alone; else all, and what is the service's own. Each scope is as it was at
/// one moment. A file that is there already is left ("output.exists").
Result<Copied> write_backup(Store& store, const std::optional<TenantId>& tenant,
                            const std::filesystem::path& file, const std::string& actor);

/// All of a backup into a store without tenants and keys (made by its engine alone);
/// "backup.not-empty" otherwise. Nothing is there when a finding comes back: the directory or
/// database can be used again only after it was emptied.
Result<Copied> restore_all(const StoreSettings& settings, const std::filesystem::path& file);

/// One tenant of a backup into a store that does not have it: "store.exists", "backup.no-tenant".
Result<Copied> restore_tenant(Store& store, const TenantId& tenant,
                              const std::filesystem::path& file, const std::string& actor);

}  // namespace madoguchi::api::store
