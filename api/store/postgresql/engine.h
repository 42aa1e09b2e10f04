// PostgreSQL: all tenants in one set of tables, each row behind the policy of its tenant.
#pragma once

#include <memory>
#include <string>

#include "api/store/engine.h"

namespace madoguchi::api::store {

/// `connection` is libpq's ("host=/run/postgresql dbname=madoguchi user=madoguchi_service"), of a
/// role that owns nothing and is bound by the policies. Findings "store.old" when its tables are
/// older than this program, "store.newer" when newer.
Result<std::unique_ptr<Engine>> open_postgresql(const std::string& connection);

/// Brings the tables up to date, as the role that owns them; several programs may try at once.
Result<Done> migrate_postgresql(const std::string& owner_connection);

}  // namespace madoguchi::api::store
