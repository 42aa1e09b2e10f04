// Each entry of a trail vouches for all before it: a keyed hash over the hash before and the entry.
// Nobody without the tenant's audit key can change, add, remove or swap entries unseen; what is cut
// off at the end is seen against a checkpoint (checkpoint.h).
#pragma once

#include <string>
#include <string_view>

#include "api/audit/entry.h"
#include "api/keys/secret_key.h"

namespace madoguchi::api::audit {

/// BLAKE2b of 256 bits (RFC 7693) under the audit key, as base64. `previous` is the chain of the
/// entry before, "" for the first; the entry's own `chain` is not part of it.
std::string chain_of(const KeptEntry& entry, std::string_view previous, const SecretKey& audit_key);

}  // namespace madoguchi::api::audit
