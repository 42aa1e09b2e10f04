#include "render/pdf/content_hash.h"

#include <openssl/evp.h>

#include <new>

namespace madoguchi::render::pdf {

namespace {

constexpr std::string_view digits = "0123456789abcdef";

unsigned char value_of(char digit) {
    const std::size_t value = digits.find(digit);
    return static_cast<unsigned char>(value == std::string_view::npos ? 0 : value);
}

}  // namespace

void ContentHash::Free::operator()(evp_md_ctx_st* context) const {
    EVP_MD_CTX_free(context);
}

ContentHash::ContentHash() : context_(EVP_MD_CTX_new()) {
    if (!context_) throw std::bad_alloc();
}

ContentHash::ContentHash(std::string_view hex) : ContentHash() {
    for (std::size_t i = 0; i < hash_.size() && i * 2 + 1 < hex.size(); ++i)
        hash_[i] = static_cast<unsigned char>(value_of(hex[i * 2]) << 4 | value_of(hex[i * 2 + 1]));
}

void ContentHash::update(std::string_view part) {
    unsigned size = 0;
    const bool done = EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1 &&
                      EVP_DigestUpdate(context_.get(), hash_.data(), hash_.size()) == 1 &&
                      EVP_DigestUpdate(context_.get(), part.data(), part.size()) == 1 &&
                      EVP_DigestFinal_ex(context_.get(), hash_.data(), &size) == 1;
    if (!done) throw std::bad_alloc();
}

std::string ContentHash::hex() const {
    std::string hex;
    for (const unsigned char byte : hash_) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

}  // namespace madoguchi::render::pdf
