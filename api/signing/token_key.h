// A key that never leaves its device: a smart card or HSM behind PKCS#11.
#pragma once

#include <string>

#include "api/signing/openssl_object.h"
#include "base/result.h"

namespace madoguchi::api {

inline constexpr std::string_view token_key_prefix = "pkcs11:";

/// The key of a URI of RFC 7512 ("pkcs11:token=seal;object=mayor"), opened with the PIN. The
/// environment's PKCS11_MODULE_PATH names the device's library. The finding "sign.token" when there
/// is none, and none of it tells the PIN.
Result<PrivateKey> open_token_key(const std::string& uri, const std::string& pin);

}  // namespace madoguchi::api
