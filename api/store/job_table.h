// Jobs, in a transaction of their tenant. What decides about running stands in columns, and again,
// sealed with everything else, in the payload: the sealed half is believed.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "api/jobs/job.h"
#include "api/store/store.h"

namespace madoguchi::api::store {

Result<Done> add_job(Transaction& transaction, const jobs::Job& job);
/// "store.changed-meanwhile" when it has not the version that was read; returns the next version.
Result<int> change_job(Transaction& transaction, const jobs::Job& job);
Result<std::optional<jobs::Job>> find_job(Transaction& transaction, std::string_view id);
/// Newest first.
Result<std::vector<jobs::Job>> all_jobs(Transaction& transaction);

/// Of those that may run at `now`: waiting ones whose time has come, and running ones whose lease
/// is over. The highest priority first, then the oldest. On PostgreSQL it is locked and those that
/// others have locked are passed over. `closed`: whether jobs for closed counters may run.
Result<std::optional<jobs::Job>> next_job(Transaction& transaction, const std::string& now,
                                          bool closed);

}  // namespace madoguchi::api::store
