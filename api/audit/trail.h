// A tenant's audit trail: adding to it, and finding out whether it is still what was written.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "api/audit/checkpoint.h"
#include "api/audit/entry.h"
#include "api/audit/table.h"
#include "api/clock.h"
#include "api/keys/tenant_keys.h"

namespace madoguchi::api::audit {

/// Adds an entry in the transaction of what it is about: both are kept, or neither.
Result<KeptEntry> append(Table& table, const TenantId& tenant, const TenantKeys& keys,
                         const Clock& clock, const Entry& entry);

/// What the entry's details say; "audit.damaged" when they do not open.
Result<std::string> details_of(const KeptEntry& entry, const TenantId& tenant,
                               const TenantKeys& keys);

struct Verdict {
    std::int64_t entries = 0;
    std::string last_chain;
    /// Errors "audit.broken" (an entry, by its number, is not what was written), "audit.cut" (ends
    /// before a checkpoint), "audit.replaced" (another trail than a checkpoint saw); a warning
    /// "audit.clock" where the clock went back.
    Diagnostics findings;

    bool is_whole() const { return !has_errors(findings); }
};

/// Fails only when the trail cannot be read.
Result<Verdict> verify(Table& table, const TenantKeys& keys,
                       std::span<const Checkpoint> checkpoints);

}  // namespace madoguchi::api::audit
