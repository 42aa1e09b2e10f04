// Texts that nobody reads without their key: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha), each
// with a nonce of its own, bound to the place it was written to.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "api/keys/secret_key.h"

namespace madoguchi::api {

/// A sealed text moved to another place does not open there.
struct SealedPlace {
    std::string_view tenant, table, record;
};

/// "1.<number>.<base64>"; `number` says which of the tenant's keys opens it.
std::string seal(std::string_view text, const SecretKey& key, int number, const SealedPlace& place);

/// The number of its key; nothing when the text was not sealed.
std::optional<int> sealed_with(std::string_view sealed);

/// Nothing when a bit of it, its key or its place is another.
std::optional<std::string> open_sealed(std::string_view sealed, const SecretKey& key,
                                       const SealedPlace& place);

/// Vouches for a record whose texts are not sealed: BLAKE2b of 256 bits over place and parts. A
/// changed bit of any of them, or a record in another place, has another proof.
std::string proof_of(std::initializer_list<std::string_view> parts, const SecretKey& key,
                     const SealedPlace& place);

/// A key for another use, which tells nothing of this one; `use` has eight characters.
SecretKey derived_key(const SecretKey& key, const char* use);

/// A token under which a value is found again and which tells nothing to who has not the key:
/// BLAKE2b (RFC 7693) of 128 bits over kind and value. Equal values have equal tokens.
std::string blind_token(std::string_view kind, std::string_view value, const SecretKey& key);

}  // namespace madoguchi::api
