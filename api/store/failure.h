// What the engines' errors mean for the caller. Their own words hold SQL and values, personal data
// among them: they go nowhere.
#pragma once

#include <soci/soci.h>

#include "base/diagnostic.h"

namespace madoguchi::api::store {

/// "store.exists": such a record is there already. "store.refused": a rule of the tables is
/// violated. "store.forbidden": another tenant's, or not for this role. "store.full",
/// "store.read-only", "store.damaged", "store.disk" (it could not be read or written),
/// "store.unavailable" (the database cannot be reached, or was lost: whether the last change was
/// kept is unknown), "store.again" (two changes met: try once more), "store.failed".
Diagnostic failure_of(const soci::soci_error& error);

Diagnostic store_failure(std::string code, BilingualText message);

}  // namespace madoguchi::api::store
