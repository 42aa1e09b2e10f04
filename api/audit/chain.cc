#include "api/audit/chain.h"

#include <sodium.h>

#include <cstdint>

#include "api/keys/sodium.h"

namespace madoguchi::api::audit {

namespace {

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

class Hash {
  public:
    explicit Hash(const SecretKey& key) {
        use_sodium();
        crypto_generichash_init(&state_, key.data(), SecretKey::size, size);
    }

    /// Behind its length, so that no two lists of parts are the same bytes.
    void add(std::string_view part) {
        add(static_cast<std::uint64_t>(part.size()));
        crypto_generichash_update(&state_, bytes_of(part), part.size());
    }
    void add(std::uint64_t number) {
        std::string bytes;
        for (unsigned shift = 0; shift < 64; shift += 8)
            bytes += static_cast<char>(number >> shift & 0xff);
        crypto_generichash_update(&state_, bytes_of(bytes), bytes.size());
    }

    std::string take() {
        std::string hash(size, '\0');
        crypto_generichash_final(&state_, reinterpret_cast<unsigned char*>(hash.data()), size);
        return to_base64(hash);
    }

  private:
    static constexpr std::size_t size = 32;
    crypto_generichash_state state_;
};

}  // namespace

std::string chain_of(const KeptEntry& entry, std::string_view previous,
                     const SecretKey& audit_key) {
    Hash hash(audit_key);
    hash.add(previous);
    hash.add(static_cast<std::uint64_t>(entry.sequence));
    for (const std::string* part :
         {&entry.occurred_at, &entry.actor, &entry.action, &entry.subject, &entry.details})
        hash.add(*part);
    return hash.take();
}

}  // namespace madoguchi::api::audit
