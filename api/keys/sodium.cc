#include "api/keys/sodium.h"

#include <sodium.h>

#include <cstdlib>

#include "api/keys/secret_key.h"

namespace madoguchi::api {

namespace {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

}  // namespace

void use_sodium() {
    static const int outcome = sodium_init();
    if (outcome < 0) std::abort();
}

std::string random_text(std::size_t bytes) {
    use_sodium();
    std::string random(bytes, '\0');
    randombytes_buf(random.data(), random.size());
    return to_base64(random);
}

std::string to_base64(std::string_view bytes) {
    use_sodium();
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    text.pop_back();  // the library's final zero
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    use_sodium();
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const int outcome =
        sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr, variant);
    if (outcome != 0) return std::nullopt;
    bytes.resize(size);
    // The library takes some characters beyond ASCII for letters.
    if (to_base64(bytes) != text) return std::nullopt;
    return bytes;
}

SecretKey SecretKey::random() {
    use_sodium();
    Bytes bytes;
    randombytes_buf(bytes.data(), bytes.size());
    SecretKey key(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

SecretKey::~SecretKey() {
    sodium_memzero(bytes_.data(), bytes_.size());
}

}  // namespace madoguchi::api
