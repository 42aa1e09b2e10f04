// A detached signature as PAdES embeds it (ETSI EN 319 142-1, 6.3, level B-B; EN 319 122-1).
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "api/signing/signing_key.h"
#include "base/bytes.h"

namespace madoguchi::api {

using Sha256 = std::array<std::uint8_t, 32>;

/// Asks a time-stamping authority about the bytes (a signature's value) and gives its token
/// (RFC 3161), DER.
using AskForTime = std::function<Result<Bytes>(ByteView)>;

/// CMS SignedData without content, DER: the digest, the certificate's own digest
/// (signing-certificate-v2), no signing time, for the file says it. Signed with SHA-256; a time
/// stamp over the signature when one is asked for (level B-T).
Result<Bytes> sign_digest(const Sha256& digest, const SigningKey& key,
                          const AskForTime& ask_for_time = {});

}  // namespace madoguchi::api
