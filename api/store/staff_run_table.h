// What a yearly change did, so that it can be undone; in a transaction of its tenant.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/store/store.h"

namespace madoguchi::api::store {

struct StaffRun {
    std::string id;
    bool is_undone = false;
    std::vector<std::string> steps;  ///< whose shape is the caller's
    int version = 1;
};

Result<Done> add_staff_run(Transaction& transaction, const StaffRun& run);
/// "store.changed-meanwhile" when it has not the version that was read.
Result<Done> change_staff_run(Transaction& transaction, const StaffRun& run);
Result<std::optional<StaffRun>> find_staff_run(Transaction& transaction, std::string_view id);

}  // namespace madoguchi::api::store
