// OpenSSL 3.0 reaches devices through engines; Debian 12 has no provider for PKCS#11.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "api/signing/token_key.h"

#include <openssl/engine.h>

namespace madoguchi::api {

namespace {

Diagnostic no_token(BilingualText message) {
    return with_reason(
        {.code = "sign.token",
         .message = std::move(message),
         .hints = {{"機器のライブラリーの場所は環境変数 PKCS11_MODULE_PATH で示します。",
                    "PKCS11_MODULE_PATH names the library of the device."}}});
}

/// One for the whole process: the device's library must not be opened twice.
ENGINE* engine() {
    static ENGINE* const opened = [] {
        ENGINE* found = ENGINE_by_id("pkcs11");
        if (found == nullptr || ENGINE_init(found) == 1) return found;
        ENGINE_free(found);
        return static_cast<ENGINE*>(nullptr);
    }();
    return opened;
}

}  // namespace

Result<PrivateKey> open_token_key(const std::string& uri, const std::string& pin) {
    if (engine() == nullptr)
        return no_token({"鍵の機器（PKCS#11）を使えません。libengine-pkcs11-openssl が必要です。",
                         "No device can be used: libengine-pkcs11-openssl is needed."});
    if (!pin.empty() && ENGINE_ctrl_cmd_string(engine(), "PIN", pin.c_str(), 0) != 1)
        return no_token({"鍵の機器を開けません。", "The device cannot be opened."});
    PrivateKey key(ENGINE_load_private_key(engine(), uri.c_str(), nullptr, nullptr));
    if (key == nullptr)
        return no_token({"機器に鍵がないか、PINが違います。",
                         "The device has no such key, or the PIN is wrong."});
    return key;
}

}  // namespace madoguchi::api
