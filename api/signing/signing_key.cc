#include "api/signing/signing_key.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "api/files/input_file.h"
#include "api/signing/token_key.h"

namespace madoguchi::api {

namespace {

constexpr std::size_t largest_file = std::size_t{1} << 20;
constexpr int least_rsa_bits = 2048;

Diagnostic bad_file(std::string code, const std::filesystem::path& file, BilingualText message) {
    Diagnostic finding{.code = std::move(code), .message = std::move(message)};
    finding.origin.source = SourcePlace{.file = file.string()};
    return with_reason(std::move(finding));
}

Result<Done> read_certificates(const std::filesystem::path& file, SigningKey& into) {
    const std::string pem = TRY(read_file(file, largest_file));
    const Bio bio = reading(pem);
    while (X509* read = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)) {
        Certificate certificate(read);
        if (into.certificate == nullptr) {
            into.certificate = std::move(certificate);
        } else {
            into.chain.push_back(std::move(certificate));
        }
    }
    if (into.certificate == nullptr)
        return bad_file("sign.certificate", file,
                        {"証明書（PEM）を読めません。", "This is no certificate in PEM."});
    ERR_clear_error();  // the end of the file is one
    return Done{};
}

/// Hands the password over; without one OpenSSL would ask on the terminal.
int give_password(char* buffer, int size, int, void* password) {
    const auto& text = *static_cast<const std::string*>(password);
    const std::size_t length = std::min(text.size(), static_cast<std::size_t>(size));
    std::memcpy(buffer, text.data(), length);
    return static_cast<int>(length);
}

Result<std::string> read_password(const std::filesystem::path& file) {
    if (file.empty()) return std::string();
    std::string text = TRY(read_file(file, largest_file));
    text.erase(std::min(text.find_first_of("\r\n"), text.size()));
    return text;
}

Result<PrivateKey> read_key(const KeyFiles& files) {
    std::string password = TRY(read_password(files.password));
    if (files.key.string().starts_with(token_key_prefix)) {
        Result<PrivateKey> key = open_token_key(files.key.string(), password);
        OPENSSL_cleanse(password.data(), password.size());
        return key;
    }
    std::string pem = TRY(read_file(files.key, largest_file));
    const Bio bio = reading(pem);
    PrivateKey key(PEM_read_bio_PrivateKey(bio.get(), nullptr, give_password, &password));
    OPENSSL_cleanse(pem.data(), pem.size());
    OPENSSL_cleanse(password.data(), password.size());
    if (key != nullptr) return key;
    return bad_file("sign.key", files.key,
                    {"秘密鍵（PEM）を読めません。パスワードが違うか、鍵のファイルではありません。",
                     "The private key cannot be read: the password is wrong, or this is no key."});
}

bool is_p256(EVP_PKEY* key) {
    std::array<char, 64> group{};
    std::size_t length = 0;
    if (EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) != 1) return false;
    const std::string_view name(group.data(), length);
    return name == "prime256v1" || name == "P-256";
}

bool is_right_kind(EVP_PKEY* key) {
    if (EVP_PKEY_is_a(key, "RSA")) return EVP_PKEY_get_bits(key) >= least_rsa_bits;
    return EVP_PKEY_is_a(key, "EC") && is_p256(key);
}

}  // namespace

Result<SigningKey> open_key(const KeyFiles& files) {
    SigningKey key;
    TRY(read_certificates(files.certificate, key));
    key.key = TRY(read_key(files));
    if (!is_right_kind(key.key.get()))
        return bad_file("sign.key-kind", files.key,
                        {"署名の鍵は P-256 か、2048 ビット以上の RSA にしてください。",
                         "A signing key is of P-256, or RSA of 2,048 bits or more."});
    if (X509_check_private_key(key.certificate.get(), key.key.get()) != 1)
        return bad_file("sign.key-differs", files.key,
                        {"秘密鍵が証明書のものではありません。",
                         "The private key is not that of the certificate."});
    return key;
}

}  // namespace madoguchi::api
