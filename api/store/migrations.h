// The tables' history: numbered steps, each taken once and forward only.
#pragma once

#include <span>
#include <string_view>

#include "api/store/session.h"

namespace madoguchi::api::store {

/// Statements are parted by a semicolon at the end of a line that a blank line follows.
struct Migration {
    int number = 0;
    std::string_view name, sql;
};

/// api/store/migrations/…, in their order: of SQLite's control file, of a tenant's SQLite file, and
/// of a PostgreSQL database, which holds both.
std::span<const Migration> sqlite_control_migrations();
std::span<const Migration> sqlite_tenant_migrations();
std::span<const Migration> postgresql_migrations();

/// The number of the last step that was taken, 0 in an empty database.
int schema_version(Session& session);

/// Takes the steps that are missing, within the session's transaction: all or none. Finding
/// "store.newer" when a newer program has been here.
Result<Done> migrate(Session& session, std::span<const Migration> migrations);

}  // namespace madoguchi::api::store
