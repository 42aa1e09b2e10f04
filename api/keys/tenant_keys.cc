#include "api/keys/tenant_keys.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "api/keys/sealing.h"

namespace madoguchi::api {

namespace {

constexpr std::array purposes = {KeyPurpose::Data, KeyPurpose::Search, KeyPurpose::Audit};

std::string record_of(std::string_view purpose, int number) {
    return std::string(purpose) + '/' + std::to_string(number);
}

WrappedKey wrap(const TenantId& tenant, KeyPurpose purpose, int number, const SecretKey& key,
                const MasterKeys::Named& master) {
    const std::string_view word = word_of(purpose);
    const std::string record = record_of(word, number);
    const std::string_view bytes(reinterpret_cast<const char*>(key.data()), SecretKey::size);
    return {std::string(word), number,
            seal(bytes, master.key, 1, {tenant.text(), "tenant_key", record}), master.name};
}

Diagnostic damaged() {
    return {.code = "key.damaged",
            .message = {"自治体の鍵が壊れているか、鍵の組がそろっていません。",
                        "A key of the tenant is damaged or missing."}};
}

Diagnostic no_master(const std::string& name) {
    return {.code = "key.no-master",
            .message = {"マスター鍵「" + name + "」がありません。",
                        "There is no master key \"" + name + "\"."}};
}

std::optional<KeyPurpose> purpose_of(std::string_view word) {
    for (const KeyPurpose purpose : purposes) {
        if (word_of(purpose) == word) return purpose;
    }
    return std::nullopt;
}

Result<SecretKey> open_key(const TenantId& tenant, const WrappedKey& wrapped,
                           const MasterKeys& masters) {
    const SecretKey* const master = masters.find(wrapped.master);
    if (master == nullptr) return no_master(wrapped.master);
    const std::string record = record_of(wrapped.purpose, wrapped.number);
    const std::optional<std::string> bytes =
        open_sealed(wrapped.wrapped, *master, {tenant.text(), "tenant_key", record});
    if (!bytes || bytes->size() != SecretKey::size) return damaged();
    SecretKey::Bytes key{};
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return SecretKey(key);
}

}  // namespace

std::string_view word_of(KeyPurpose purpose) {
    switch (purpose) {
        case KeyPurpose::Data:
            return "data";
        case KeyPurpose::Search:
            return "search";
        case KeyPurpose::Audit:
            return "audit";
    }
    return {};
}

TenantKeys::Numbered& TenantKeys::of(KeyPurpose purpose) {
    switch (purpose) {
        case KeyPurpose::Search:
            return search_;
        case KeyPurpose::Audit:
            return audit_;
        case KeyPurpose::Data:
            break;
    }
    return data_;
}

Result<TenantKeys> TenantKeys::unwrap(const TenantId& tenant,
                                      const std::vector<WrappedKey>& wrapped,
                                      const MasterKeys& masters) {
    TenantKeys keys;
    for (const WrappedKey& one : wrapped) {
        const auto purpose = purpose_of(one.purpose);
        if (!purpose) return damaged();
        SecretKey key = TRY(open_key(tenant, one, masters));
        keys.of(*purpose).emplace(one.number, std::move(key));
    }
    if (keys.data_.empty() || keys.search_.size() != 1 || keys.audit_.size() != 1) return damaged();
    keys.proof_ = derived_key(keys.audit(), "mdgproof");
    return keys;
}

const SecretKey* TenantKeys::data(int number) const {
    const auto found = data_.find(number);
    return found == data_.end() ? nullptr : &found->second;
}

std::vector<WrappedKey> make_tenant_keys(const TenantId& tenant, const MasterKeys& masters) {
    std::vector<WrappedKey> wrapped;
    for (const KeyPurpose purpose : purposes)
        wrapped.push_back(wrap(tenant, purpose, 1, SecretKey::random(), masters.newest()));
    return wrapped;
}

WrappedKey next_data_key(const TenantId& tenant, const TenantKeys& keys,
                         const MasterKeys& masters) {
    return wrap(tenant, KeyPurpose::Data, keys.newest_data_number() + 1, SecretKey::random(),
                masters.newest());
}

Result<std::vector<WrappedKey>> rewrap(const TenantId& tenant,
                                       const std::vector<WrappedKey>& wrapped,
                                       const MasterKeys& masters) {
    std::vector<WrappedKey> anew;
    for (const WrappedKey& one : wrapped) {
        const auto purpose = purpose_of(one.purpose);
        if (!purpose) return damaged();
        const SecretKey key = TRY(open_key(tenant, one, masters));
        anew.push_back(wrap(tenant, *purpose, one.number, key, masters.newest()));
    }
    return anew;
}

}  // namespace madoguchi::api
