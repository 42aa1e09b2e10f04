// Objects of OpenSSL that end with their scope, and what it has to say of a failure.
#pragma once

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

#include "base/diagnostic.h"

namespace madoguchi::api {

template <typename Object, void (*end)(Object*)>
struct EndedBy {
    void operator()(Object* object) const { end(object); }
};

using Certificate = std::unique_ptr<X509, EndedBy<X509, X509_free>>;
using PrivateKey = std::unique_ptr<EVP_PKEY, EndedBy<EVP_PKEY, EVP_PKEY_free>>;
using Bio = std::unique_ptr<BIO, EndedBy<BIO, BIO_free_all>>;
using Cms = std::unique_ptr<CMS_ContentInfo, EndedBy<CMS_ContentInfo, CMS_ContentInfo_free>>;

Bio reading(std::string_view bytes);

/// The finding with OpenSSL's own reason as a hint; empties its queue of errors.
Diagnostic with_reason(Diagnostic finding);

}  // namespace madoguchi::api
