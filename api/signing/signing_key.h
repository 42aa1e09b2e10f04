// 電子署名の鍵: the seal of a municipality as a certificate and its private key.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "api/signing/openssl_object.h"
#include "base/result.h"

namespace madoguchi::api {

struct SigningKey {
    Certificate certificate;
    std::vector<Certificate> chain;  ///< those above it, without the root's need
    PrivateKey key;
};

struct KeyFiles {
    std::filesystem::path certificate;  ///< PEM: the seal's first, then those above it
    std::filesystem::path key;          ///< PEM, may be encrypted, or a URI "pkcs11:…"
    std::filesystem::path password;     ///< file with the key's password or PIN; may be empty
};

/// P-256 or RSA of at least 2,048 bits (政府認証基盤 asks for no less). Findings:
/// "sign.certificate", "sign.key", "sign.key-differs" when the key is not the certificate's,
/// "sign.key-kind". None of them tells anything of key or password.
Result<SigningKey> open_key(const KeyFiles& files);

}  // namespace madoguchi::api
