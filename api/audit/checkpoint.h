// How far a trail had come, signed, written where the database cannot reach it: a trail that was
// cut off, or kept by somebody with the store and its keys' wrapping alone, does not agree with it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "api/keys/secret_key.h"
#include "base/result.h"

namespace madoguchi::api::audit {

struct Checkpoint {
    std::string tenant;
    std::int64_t sequence = 0;  ///< of the newest entry
    std::string chain;          ///< its chain
    std::string made_at;        ///< RFC 3339, UTC

    bool operator==(const Checkpoint&) const = default;
};

/// One line of JSON without its end, signed with Ed25519 (RFC 8032) by a key that is derived from
/// the audit key.
std::string write_checkpoint(const Checkpoint& checkpoint, const SecretKey& audit_key);

/// All lines of a file; findings "audit.checkpoint", with the line, for what is no checkpoint of
/// this tenant or has another signature. Lines must go up.
Result<std::vector<Checkpoint>> read_checkpoints(std::string_view lines, std::string_view tenant,
                                                 const SecretKey& audit_key);

/// The public half of the signing key, as base64: for those who check without the audit key.
std::string checkpoint_public_key(const SecretKey& audit_key);

}  // namespace madoguchi::api::audit
