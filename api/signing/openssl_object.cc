#include "api/signing/openssl_object.h"

#include <openssl/err.h>

#include <array>
#include <string_view>

namespace madoguchi::api {

Bio reading(std::string_view bytes) {
    return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

Diagnostic with_reason(Diagnostic finding) {
    const char* reason = ERR_reason_error_string(ERR_peek_last_error());
    if (reason != nullptr)
        finding.hints.push_back(
            {"OpenSSL: " + std::string(reason), "OpenSSL: " + std::string(reason)});
    ERR_clear_error();
    return finding;
}

}  // namespace madoguchi::api
