#include "api/signing/cades.h"

#include <openssl/asn1.h>
#include <openssl/objects.h>

#include <algorithm>
#include <vector>

namespace madoguchi::api {

namespace {

Diagnostic cannot_sign() {
    return with_reason(
        {.code = "sign.failed",
         .message = {"電子署名を作れませんでした。", "The signature could not be made."}});
}

template <typename Encode>
Bytes encoded(const Encode& encode) {
    unsigned char* der = nullptr;
    const int size = encode(&der);
    if (size <= 0) return {};
    Bytes bytes(der, der + size);
    OPENSSL_free(der);
    return bytes;
}

void append_length(Bytes& out, std::size_t length) {
    if (length < 0x80) {
        out.push_back(static_cast<std::uint8_t>(length));
        return;
    }
    Bytes digits;
    for (std::size_t rest = length; rest > 0; rest >>= 8)
        digits.insert(digits.begin(), static_cast<std::uint8_t>(rest & 0xff));
    out.push_back(static_cast<std::uint8_t>(0x80 | digits.size()));
    out.insert(out.end(), digits.begin(), digits.end());
}

/// The signed attributes as they are signed: a SET, its elements in DER's order (RFC 5652, 5.4).
Bytes attributes_to_sign(CMS_SignerInfo* signer) {
    std::vector<Bytes> attributes;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
        X509_ATTRIBUTE* attribute = CMS_signed_get_attr(signer, i);
        attributes.push_back(
            encoded([&](unsigned char** out) { return i2d_X509_ATTRIBUTE(attribute, out); }));
    }
    std::sort(attributes.begin(), attributes.end());
    Bytes body;
    for (const Bytes& attribute : attributes)
        body.insert(body.end(), attribute.begin(), attribute.end());
    constexpr std::uint8_t set_of = 0x31;
    Bytes set{set_of};
    append_length(set, body.size());
    set.insert(set.end(), body.begin(), body.end());
    return set;
}

Bytes signature_of(ByteView bytes, EVP_PKEY* key) {
    const std::unique_ptr<EVP_MD_CTX, EndedBy<EVP_MD_CTX, EVP_MD_CTX_free>> context(
        EVP_MD_CTX_new());
    std::size_t size = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, bytes.data(), bytes.size()) != 1)
        return {};
    Bytes signature(size);
    if (EVP_DigestSign(context.get(), signature.data(), &size, bytes.data(), bytes.size()) != 1)
        return {};
    signature.resize(size);
    return signature;
}

/// Everything but the signature's value.
Cms prepare(const SigningKey& key, CMS_SignerInfo*& signer) {
    constexpr unsigned flags = CMS_PARTIAL | CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES;
    Cms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_PARTIAL | CMS_DETACHED | CMS_BINARY));
    if (cms == nullptr) return nullptr;
    signer = CMS_add1_signer(cms.get(), key.certificate.get(), key.key.get(), EVP_sha256(), flags);
    if (signer == nullptr) return nullptr;
    for (const Certificate& above : key.chain) {
        if (CMS_add1_cert(cms.get(), above.get()) != 1) return nullptr;
    }
    return cms;
}

bool add_digest(CMS_SignerInfo* signer, const Sha256& digest) {
    return CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                       OBJ_nid2obj(NID_pkcs7_data), -1) == 1 &&
           CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING,
                                       digest.data(), static_cast<int>(digest.size())) == 1;
}

void drop_signed_attribute(CMS_SignerInfo* signer, int nid) {
    for (int at = CMS_signed_get_attr_by_NID(signer, nid, -1); at >= 0;
         at = CMS_signed_get_attr_by_NID(signer, nid, -1))
        X509_ATTRIBUTE_free(CMS_signed_delete_attr(signer, at));
}

}  // namespace

Result<Bytes> sign_digest(const Sha256& digest, const SigningKey& key,
                          const AskForTime& ask_for_time) {
    CMS_SignerInfo* signer = nullptr;  // belongs to the message
    const Cms cms = prepare(key, signer);
    if (cms == nullptr) return cannot_sign();
    drop_signed_attribute(signer, NID_pkcs9_signingTime);
    drop_signed_attribute(signer, NID_pkcs9_contentType);
    drop_signed_attribute(signer, NID_pkcs9_messageDigest);
    if (!add_digest(signer, digest)) return cannot_sign();
    const Bytes signature = signature_of(attributes_to_sign(signer), key.key.get());
    if (signature.empty() ||
        ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), signature.data(),
                        static_cast<int>(signature.size())) != 1)
        return cannot_sign();
    if (ask_for_time) {
        const Bytes token = TRY(ask_for_time(signature));
        if (CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                          token.data(), static_cast<int>(token.size())) != 1)
            return cannot_sign();
    }
    Bytes der = encoded([&](unsigned char** out) { return i2d_CMS_ContentInfo(cms.get(), out); });
    if (der.empty()) return cannot_sign();
    return der;
}

}  // namespace madoguchi::api
