// Where a trail is kept; implemented by the store, within a transaction of its own or of what the
// entry is about.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "api/audit/entry.h"
#include "base/result.h"

namespace madoguchi::api::audit {

class Table {
  public:
    virtual ~Table() = default;
    /// The newest entry. Who asks is the next to add one: others wait until this transaction ends.
    virtual Result<std::optional<KeptEntry>> last_to_follow() = 0;
    virtual Result<Done> add(const KeptEntry& entry) = 0;
    /// In their order, from `first` on, until a finding comes back.
    virtual Result<Done> each(std::int64_t first,
                              const std::function<Result<Done>(const KeptEntry&)>& visit) = 0;
};

}  // namespace madoguchi::api::audit
