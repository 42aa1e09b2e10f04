#include "api/keys/sealing.h"

#include <sodium.h>

#include <array>
#include <charconv>
#include <cstdint>

#include "api/keys/sodium.h"

namespace madoguchi::api {

namespace {

constexpr std::string_view version = "1.";
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

/// Each part behind its length: no two lists of parts give the same bytes.
void append_part(std::string& bytes, std::string_view part) {
    const auto size = static_cast<std::uint64_t>(part.size());
    for (unsigned shift = 0; shift < 64; shift += 8)
        bytes += static_cast<char>(size >> shift & 0xff);
    bytes += part;
}

/// What is not secret but must be the same: version, number and place.
std::string associated(std::string_view head, const SealedPlace& place) {
    std::string bytes;
    for (const std::string_view part : {head, place.tenant, place.table, place.record})
        append_part(bytes, part);
    return bytes;
}

/// "1.<number>." of a sealed text, empty when it has none.
std::string_view head_of(std::string_view sealed) {
    if (!sealed.starts_with(version)) return {};
    const std::size_t end = sealed.find('.', version.size());
    return end == sealed.npos ? std::string_view() : sealed.substr(0, end + 1);
}

}  // namespace

std::string seal(std::string_view text, const SecretKey& key, int number,
                 const SealedPlace& place) {
    use_sodium();
    const std::string head = std::string(version) + std::to_string(number) + '.';
    const std::string known = associated(head, place);
    std::string bytes(nonce_size + text.size() + tag_size, '\0');
    randombytes_buf(bytes.data(), nonce_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(bytes) + nonce_size, nullptr,
                                               bytes_of(text), text.size(), bytes_of(known),
                                               known.size(), nullptr, bytes_of(bytes), key.data());
    return head + to_base64(bytes);
}

std::optional<int> sealed_with(std::string_view sealed) {
    const std::string_view head = head_of(sealed);
    if (head.empty()) return std::nullopt;
    int number = 0;
    const char* const begin = head.data() + version.size();
    const char* const end = head.data() + head.size() - 1;
    const auto [behind, error] = std::from_chars(begin, end, number);
    if (error != std::errc() || behind != end || number < 1) return std::nullopt;
    return number;
}

std::optional<std::string> open_sealed(std::string_view sealed, const SecretKey& key,
                                       const SealedPlace& place) {
    const std::string_view head = head_of(sealed);
    if (head.empty()) return std::nullopt;
    const std::optional<std::string> bytes = from_base64(sealed.substr(head.size()));
    if (!bytes || bytes->size() < nonce_size + tag_size) return std::nullopt;
    const std::string known = associated(head, place);
    std::string text(bytes->size() - nonce_size - tag_size, '\0');
    const int outcome = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes_of(text), nullptr, nullptr, bytes_of(*bytes) + nonce_size, bytes->size() - nonce_size,
        bytes_of(known), known.size(), bytes_of(*bytes), key.data());
    if (outcome != 0) return std::nullopt;
    return text;
}

std::string proof_of(std::initializer_list<std::string_view> parts, const SecretKey& key,
                     const SealedPlace& place) {
    use_sodium();
    std::string bytes = associated("", place);
    for (const std::string_view part : parts)
        append_part(bytes, part);
    std::string proof(32, '\0');
    crypto_generichash(bytes_of(proof), proof.size(), bytes_of(bytes), bytes.size(), key.data(),
                       SecretKey::size);
    return to_base64(proof);
}

SecretKey derived_key(const SecretKey& key, const char* use) {
    use_sodium();
    SecretKey::Bytes bytes{};
    crypto_kdf_derive_from_key(bytes.data(), bytes.size(), 1, use, key.data());
    SecretKey derived(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    return derived;
}

std::string blind_token(std::string_view kind, std::string_view value, const SecretKey& key) {
    use_sodium();
    std::string bytes;
    append_part(bytes, kind);
    append_part(bytes, value);
    std::string token(16, '\0');
    crypto_generichash(bytes_of(token), token.size(), bytes_of(bytes), bytes.size(), key.data(),
                       SecretKey::size);
    return to_base64(token);
}

}  // namespace madoguchi::api
