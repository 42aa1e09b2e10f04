#include "api/signing/time_stamp.h"

#include <openssl/http.h>
#include <openssl/rand.h>
#include <openssl/ts.h>

#include <array>
#include <memory>

namespace madoguchi::api {

namespace {

using Request = std::unique_ptr<TS_REQ, EndedBy<TS_REQ, TS_REQ_free>>;
using Response = std::unique_ptr<TS_RESP, EndedBy<TS_RESP, TS_RESP_free>>;

constexpr int seconds = 10;
constexpr std::size_t largest_answer = 64 << 10;

Diagnostic no_time_stamp(BilingualText message) {
    return with_reason({.code = "sign.time-stamp", .message = std::move(message)});
}

bool put_imprint(TS_REQ* request, ByteView signature) {
    std::array<unsigned char, 32> digest{};
    unsigned size = 0;
    EVP_Digest(signature.data(), signature.size(), digest.data(), &size, EVP_sha256(), nullptr);
    const std::unique_ptr<TS_MSG_IMPRINT, EndedBy<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free>> imprint(
        TS_MSG_IMPRINT_new());
    const std::unique_ptr<X509_ALGOR, EndedBy<X509_ALGOR, X509_ALGOR_free>> algorithm(
        X509_ALGOR_new());
    return X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) == 1 &&
           TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
           TS_MSG_IMPRINT_set_msg(imprint.get(), digest.data(), static_cast<int>(size)) == 1 &&
           TS_REQ_set_msg_imprint(request, imprint.get()) == 1;
}

/// A number that no earlier answer can have.
bool put_nonce(TS_REQ* request) {
    std::array<unsigned char, 8> random{};
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) return false;
    random[0] &= 0x7f;
    random[0] |= 0x40;
    const std::unique_ptr<ASN1_INTEGER, EndedBy<ASN1_INTEGER, ASN1_INTEGER_free>> nonce(
        ASN1_INTEGER_new());
    return ASN1_STRING_set(nonce.get(), random.data(), static_cast<int>(random.size())) == 1 &&
           TS_REQ_set_nonce(request, nonce.get()) == 1;
}

Request question_about(ByteView signature) {
    Request request(TS_REQ_new());
    const bool is_whole = TS_REQ_set_version(request.get(), 1) == 1 &&
                          put_imprint(request.get(), signature) && put_nonce(request.get()) &&
                          TS_REQ_set_cert_req(request.get(), 1) == 1;
    return is_whole ? std::move(request) : nullptr;
}

/// Whether the answer is a granted one to this very question.
bool answers(TS_RESP* response, TS_REQ* request) {
    const std::unique_ptr<TS_VERIFY_CTX, EndedBy<TS_VERIFY_CTX, TS_VERIFY_CTX_free>> context(
        TS_REQ_to_TS_VERIFY_CTX(request, nullptr));
    if (context == nullptr) return false;
    TS_VERIFY_CTX_set_flags(context.get(), TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_NONCE);
    return TS_RESP_verify_response(context.get(), response) == 1;
}

Result<Bytes> ask(const std::string& url, ByteView signature) {
    const Request request = question_about(signature);
    if (request == nullptr)
        return no_time_stamp({"時刻認証を求める文を作れませんでした。",
                              "The question for a time stamp could not be made."});
    const Bio question(BIO_new(BIO_s_mem()));
    i2d_TS_REQ_bio(question.get(), request.get());
    char *host = nullptr, *port = nullptr, *path = nullptr;
    OSSL_HTTP_parse_url(url.c_str(), nullptr, nullptr, &host, &port, nullptr, &path, nullptr,
                        nullptr);
    const Bio answer(OSSL_HTTP_transfer(
        nullptr, host, port, path, 0, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, 0,
        nullptr, "application/timestamp-query", question.get(), "application/timestamp-reply", 1,
        largest_answer, seconds, 0));
    for (char* part : {host, port, path})
        OPENSSL_free(part);
    if (answer == nullptr)
        return no_time_stamp(
            {"時刻認証局から答えがありません。", "The time-stamping authority does not answer."});
    const Response response(d2i_TS_RESP_bio(answer.get(), nullptr));
    if (response == nullptr || !answers(response.get(), request.get()))
        return no_time_stamp({"時刻認証局の答えは、この署名についてのものではありません。",
                              "The time-stamping authority's answer is not about this signature."});
    PKCS7* token = TS_RESP_get_token(response.get());
    unsigned char* der = nullptr;
    const int size = i2d_PKCS7(token, &der);
    Bytes bytes(der, der + std::max(size, 0));
    OPENSSL_free(der);
    return bytes;
}

}  // namespace

Result<AskForTime> time_stamps_from(const std::string& url) {
    int secure = 0;
    const bool is_url = url.starts_with("http://") &&
                        OSSL_HTTP_parse_url(url.c_str(), &secure, nullptr, nullptr, nullptr,
                                            nullptr, nullptr, nullptr, nullptr) == 1;
    if (!is_url || secure != 0)
        return with_reason(
            {.code = "sign.time-stamp-url",
             .message = {"時刻認証局は http://… で書いてください。答えには認証局の署名が"
                         "あります。",
                         "Write the authority as http://…; its answers are signed."}});
    return AskForTime([url](ByteView signature) { return ask(url, signature); });
}

}  // namespace madoguchi::api
