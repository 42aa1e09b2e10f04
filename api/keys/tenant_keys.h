// The keys of one tenant: made with it, destroyed with it. Kept wrapped under a master key.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/keys/master_key.h"
#include "api/keys/secret_key.h"
#include "api/tenants/tenant_id.h"
#include "base/result.h"

namespace madoguchi::api {

/// What a key is for; the words are those of the store.
enum class KeyPurpose {
    Data,    ///< seals personal payloads; a new one from time to time
    Search,  ///< blind tokens
    Audit,   ///< chains and signs what was done
};
std::string_view word_of(KeyPurpose purpose);

/// As the store has it.
struct WrappedKey {
    std::string purpose;
    int number = 1;
    std::string wrapped;
    std::string master;  ///< name of the master key that opens it
    bool operator==(const WrappedKey&) const = default;
};

class TenantKeys {
  public:
    /// Findings "key.no-master", which names the one that is missing, and "key.damaged".
    static Result<TenantKeys> unwrap(const TenantId& tenant, const std::vector<WrappedKey>& wrapped,
                                     const MasterKeys& masters);

    /// Under which new payloads are sealed.
    int newest_data_number() const { return data_.rbegin()->first; }
    const SecretKey& newest_data() const { return data_.rbegin()->second; }
    /// nullptr when the tenant has none of that number.
    const SecretKey* data(int number) const;
    const SecretKey& search() const { return search_.begin()->second; }
    const SecretKey& audit() const { return audit_.begin()->second; }
    /// For proof_of(): derived from the audit key.
    const SecretKey& proof() const { return *proof_; }

  private:
    using Numbered = std::map<int, SecretKey>;
    Numbered& of(KeyPurpose purpose);

    Numbered data_, search_, audit_;
    std::optional<SecretKey> proof_;  ///< always, once unwrapped
};

/// One of each purpose, for a new tenant.
std::vector<WrappedKey> make_tenant_keys(const TenantId& tenant, const MasterKeys& masters);

/// A further key for data; what is sealed already still opens with its own.
WrappedKey next_data_key(const TenantId& tenant, const TenantKeys& keys, const MasterKeys& masters);

/// The same keys under the newest master key.
Result<std::vector<WrappedKey>> rewrap(const TenantId& tenant,
                                       const std::vector<WrappedKey>& wrapped,
                                       const MasterKeys& masters);

}  // namespace madoguchi::api
