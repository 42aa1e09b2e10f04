#include "api/audit/checkpoint.h"

#include <sodium.h>

#include <array>
#include <charconv>
#include <optional>

#include "api/keys/sodium.h"
#include "templates/json/value.h"

namespace madoguchi::api::audit {

namespace {

namespace json = templates::json;

/// Ed25519 keys of one tenant, wiped when they go.
class SigningKeys {
  public:
    explicit SigningKeys(const SecretKey& audit_key) {
        use_sodium();
        std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
        crypto_kdf_derive_from_key(seed.data(), seed.size(), 1, "mdgcheck", audit_key.data());
        crypto_sign_seed_keypair(public_.data(), secret_.data(), seed.data());
        sodium_memzero(seed.data(), seed.size());
    }
    SigningKeys(const SigningKeys&) = delete;
    SigningKeys& operator=(const SigningKeys&) = delete;
    ~SigningKeys() { sodium_memzero(secret_.data(), secret_.size()); }

    std::string sign(std::string_view text) const {
        std::string signature(crypto_sign_BYTES, '\0');
        crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                             reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                             secret_.data());
        return to_base64(signature);
    }

    bool verify(std::string_view text, std::string_view signature) const {
        const std::optional<std::string> bytes = from_base64(signature);
        return bytes && bytes->size() == crypto_sign_BYTES &&
               crypto_sign_verify_detached(reinterpret_cast<const unsigned char*>(bytes->data()),
                                           reinterpret_cast<const unsigned char*>(text.data()),
                                           text.size(), public_.data()) == 0;
    }

    std::string public_half() const {
        return to_base64({reinterpret_cast<const char*>(public_.data()), public_.size()});
    }

  private:
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_{};
};

constexpr std::string_view before_signature = ",\"signature\":\"";

std::string unsigned_line(const Checkpoint& checkpoint) {
    std::string line = "{\"tenant\":";
    json::append_string(line, checkpoint.tenant);
    line += ",\"sequence\":" + std::to_string(checkpoint.sequence) + ",\"chain\":";
    json::append_string(line, checkpoint.chain);
    line += ",\"at\":";
    json::append_string(line, checkpoint.made_at);
    return line;
}

std::string text_of(const json::Value& value, std::string_view name) {
    const json::Value* const member = value.find(name);
    const std::string* const text = member == nullptr ? nullptr : member->string();
    return text == nullptr ? "" : *text;
}

/// Nothing unless the line is byte for byte what write_checkpoint makes of what it says.
std::optional<Checkpoint> read_line(std::string_view line, const SigningKeys& keys) {
    const auto value = json::read(line, "checkpoint");
    if (!value.ok()) return std::nullopt;
    Checkpoint checkpoint{text_of(*value, "tenant"), 0, text_of(*value, "chain"),
                          text_of(*value, "at")};
    const json::Value* const number = value->find("sequence");
    if (number == nullptr || number->number() == nullptr) return std::nullopt;
    const std::string& digits = number->number()->text;
    std::from_chars(digits.data(), digits.data() + digits.size(), checkpoint.sequence);
    const std::string head = unsigned_line(checkpoint);
    const std::string signature = text_of(*value, "signature");
    const bool is_exact = line == head + std::string(before_signature) + signature + "\"}";
    if (!is_exact || !keys.verify(head, signature)) return std::nullopt;
    return checkpoint;
}

Diagnostic bad_line(std::size_t line) {
    const std::string number = std::to_string(line);
    return {
        .code = "audit.checkpoint",
        .message = {"監査の控え（チェックポイント）の " + number +
                        " 行目が、この自治体のものではないか、書き換えられています。",
                    "Line " + number + " of the checkpoints is not this tenant's or was changed."}};
}

}  // namespace

std::string write_checkpoint(const Checkpoint& checkpoint, const SecretKey& audit_key) {
    const std::string line = unsigned_line(checkpoint);
    return line + std::string(before_signature) + SigningKeys(audit_key).sign(line) + "\"}";
}

Result<std::vector<Checkpoint>> read_checkpoints(std::string_view lines, std::string_view tenant,
                                                 const SecretKey& audit_key) {
    const SigningKeys keys(audit_key);
    std::vector<Checkpoint> checkpoints;
    for (std::size_t begin = 0, number = 1; begin < lines.size(); ++number) {
        const std::size_t end = lines.find('\n', begin);
        if (end == lines.npos) break;  // a line that was being written when the process ended
        const auto checkpoint = read_line(lines.substr(begin, end - begin), keys);
        const bool goes_up = checkpoint && (checkpoints.empty() ||
                                            checkpoint->sequence >= checkpoints.back().sequence);
        if (!goes_up || checkpoint->tenant != tenant) return bad_line(number);
        checkpoints.push_back(*checkpoint);
        begin = end + 1;
    }
    return checkpoints;
}

std::string checkpoint_public_key(const SecretKey& audit_key) {
    return SigningKeys(audit_key).public_half();
}

}  // namespace madoguchi::api::audit
