// A transaction round a piece of work, the same on both engines.
#pragma once

#include <string>

#include "api/store/engine.h"

namespace madoguchi::api::store {

/// `begin` opens it: "begin immediate" and the like. What the work or the engine complains about
/// comes back as findings, and everything is undone.
Result<Done> run_transaction(soci::session& sql, Dialect dialect, const std::string& begin,
                             const Work& work);

}  // namespace madoguchi::api::store
