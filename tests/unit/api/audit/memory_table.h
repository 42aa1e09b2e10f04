// A trail in memory, which a test may change behind everybody's back.
#pragma once

#include <vector>

#include "api/audit/table.h"

namespace madoguchi::api::audit {

class MemoryTable final : public Table {
  public:
    std::vector<KeptEntry> entries;

    Result<std::optional<KeptEntry>> last_to_follow() override {
        return entries.empty() ? std::nullopt : std::optional(entries.back());
    }
    Result<Done> add(const KeptEntry& entry) override {
        entries.push_back(entry);
        return Done{};
    }
    Result<Done> each(std::int64_t first,
                      const std::function<Result<Done>(const KeptEntry&)>& visit) override {
        for (const KeptEntry& entry : entries) {
            if (entry.sequence < first) continue;
            TRY(visit(entry));
        }
        return Done{};
    }
};

}  // namespace madoguchi::api::audit
