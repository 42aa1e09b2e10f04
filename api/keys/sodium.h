// libsodium, ready for use.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::api {

/// Chooses the processor's fastest ways once; the process cannot go on without it and ends when the
/// system has no random numbers.
void use_sodium();

/// So many random bytes as base64: for ids and tokens.
std::string random_text(std::size_t bytes);

/// Base64 of RFC 4648 without padding, for URLs.
std::string to_base64(std::string_view bytes);
/// Nothing when it is not exactly what to_base64 writes.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace madoguchi::api
