#include "api/access/second_factor.h"

#include <liboath/oath.h>
#include <sodium.h>

#include <array>
#include <cstdlib>

#include "api/keys/sodium.h"

namespace madoguchi::api::access {

namespace {

constexpr unsigned digits = 6;
constexpr unsigned step_seconds = 30;
constexpr std::size_t secret_size = 20;

/// Base32 of Crockford without u: no 0/o, 1/i/l.
constexpr std::string_view alphabet = "23456789abcdefghjkmnpqrstvwxyz";

/// Owned by liboath.
struct OathText {
    char* text = nullptr;
    std::size_t size = 0;
    OathText() = default;
    OathText(const OathText&) = delete;
    OathText& operator=(const OathText&) = delete;
    ~OathText() { std::free(text); }
};

std::optional<std::string> decoded(std::string_view secret) {
    OathText bytes;
    if (oath_base32_decode(secret.data(), secret.size(), &bytes.text, &bytes.size) != OATH_OK)
        return std::nullopt;
    return std::string(bytes.text, bytes.size);
}

std::string code_of_step(const std::string& key, std::int64_t step) {
    std::array<char, digits + 1> code{};
    const int outcome =
        oath_hotp_generate(key.data(), key.size(), static_cast<std::uint64_t>(step), digits, false,
                           OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
    return outcome == OATH_OK ? code.data() : "";
}

std::int64_t step_at(Instant now) {
    return std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count() / step_seconds;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
    return out;
}

bool equal(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace

std::string new_totp_secret() {
    use_sodium();
    std::array<char, secret_size> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    OathText text;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text.text, &text.size) != OATH_OK)
        std::abort();  // only without memory
    return {text.text, text.size};
}

std::string totp_address(std::string_view secret, std::string_view issuer,
                         std::string_view account) {
    const std::string name = percent_encoded(issuer);
    return "otpauth://totp/" + name + ":" + percent_encoded(account) +
           "?secret=" + std::string(secret) + "&issuer=" + name;
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant now) {
    const std::optional<std::string> key = decoded(secret);
    if (!key || code.size() != digits) return std::nullopt;
    std::optional<std::int64_t> found;
    for (const std::int64_t offset : {-1, 0, 1}) {
        const std::int64_t step = step_at(now) + offset;
        if (step >= 0 && equal(code_of_step(*key, step), code)) found = step;
    }
    return found;
}

std::string totp_code(std::string_view secret, Instant now) {
    const std::optional<std::string> key = decoded(secret);
    return key ? code_of_step(*key, step_at(now)) : "";
}

std::string new_code() {
    use_sodium();
    constexpr std::size_t letters = 25, group = 5;
    std::string code;
    for (std::size_t i = 0; i < letters; ++i) {
        if (i > 0 && i % group == 0) code += '-';
        code += alphabet[randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
    }
    return code;
}

std::vector<std::string> new_recovery_codes(std::size_t count) {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < count; ++i)
        codes.push_back(new_code());
    return codes;
}

std::string hash_token(std::string_view token) {
    use_sodium();
    std::string hash(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr,
                       0);
    return to_base64(hash);
}

std::string hash_code(std::string_view code) {
    std::string typed;
    for (const char c : code) {
        if (c == '-' || c == ' ') continue;
        typed += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return hash_token(typed);
}

}  // namespace madoguchi::api::access
