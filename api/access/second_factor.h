// The second factor of staff: time-based one-time codes (RFC 6238: SHA-1, six digits, 30 seconds,
// as every authenticator app takes them) and recovery codes for when the device is lost.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/clock.h"

namespace madoguchi::api::access {

/// 160 random bits, in Base32 as people type it.
std::string new_totp_secret();

/// For a QR code: "otpauth://totp/…". `issuer` and `account` are percent-encoded.
std::string totp_address(std::string_view secret, std::string_view issuer,
                         std::string_view account);

/// The time step whose code this is, one step early or late allowed; nothing for any other code.
/// Whoever accepts it stores the step and takes no earlier or equal one again.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant now);

/// What an app shows now: for tests and for setting up.
std::string totp_code(std::string_view secret, Instant now);

/// "k3f7q-x9m2t-…", five groups of letters and digits that do not look alike: 122 random bits, so
/// that a plain hash keeps it (ASVS 5.0, 6.5.2).
std::string new_code();
std::vector<std::string> new_recovery_codes(std::size_t count);

/// How a random token of this program is kept: its BLAKE2b of 256 bits, as base64.
std::string hash_token(std::string_view token);

/// How a random code is kept, the same of what people type: letters may be typed large, blanks and
/// hyphens left out.
std::string hash_code(std::string_view code);

}  // namespace madoguchi::api::access
