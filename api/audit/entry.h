// What was done, by whom, to what: one line of a tenant's audit trail (要件 6.3).
#pragma once

#include <cstdint>
#include <string>

namespace madoguchi::api::audit {

/// As the subjects say it.
struct Entry {
    std::string actor;    ///< an account's id, "operator", "system:<client>"
    std::string action;   ///< "person.read", "document.printed", "account.changed" …
    std::string subject;  ///< which record: "tenant:minato", "account:17"
    /// A JSON object: from where, conditions of a search, template version, how many. Sealed where
    /// it is kept.
    std::string details;
};

/// As it is kept.
struct KeptEntry {
    std::int64_t sequence = 0;  ///< from 1, without a gap
    std::string occurred_at;    ///< RFC 3339, UTC, milliseconds
    std::string actor, action, subject;
    std::string details;  ///< sealed
    std::string chain;    ///< chain.h

    bool operator==(const KeptEntry&) const = default;
};

}  // namespace madoguchi::api::audit
