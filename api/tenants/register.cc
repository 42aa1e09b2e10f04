#include "api/tenants/register.h"

#include <algorithm>
#include <utility>

#include "api/store/failure.h"
#include "api/store/tenant_key_table.h"
#include "api/store/tenant_table.h"
#include "api/tenants/modules.h"
#include "base/utf8.h"
#include "templates/json/value.h"

namespace madoguchi::api {

namespace {

using store::Transaction;

constexpr std::size_t longest_name = 100;

Result<Done> check(const TenantRecord& tenant) {
    const bool has_name = !tenant.name.empty() && count_graphemes(tenant.name) <= longest_name &&
                          tenant.name.find('\n') == std::string::npos;
    const bool has_modules =
        std::all_of(tenant.modules.begin(), tenant.modules.end(),
                    [](const std::string& id) { return is_module(id); }) &&
        std::is_sorted(tenant.modules.begin(), tenant.modules.end()) &&
        std::adjacent_find(tenant.modules.begin(), tenant.modules.end()) == tenant.modules.end();
    if (has_name && has_modules) return Done{};
    return Diagnostic{.code = "tenant.wrong",
                      .message = {"自治体の名前（1～100字、1行）か、業務の指定が正しくありません。",
                                  "The tenant's name (1 to 100 characters in one line) or a module "
                                  "is wrong."}};
}

/// What the trail says of a tenant: nothing in it is about a person.
std::string details_of(const TenantRecord& tenant) {
    std::string text = "{\"name\":";
    templates::json::append_string(text, tenant.name);
    text += std::string(",\"state\":\"") +
            (tenant.state == TenantRecord::State::Active ? "active" : "suspended") +
            "\",\"modules\":[";
    for (const std::string& module : tenant.modules) {
        if (text.back() != '[') text += ',';
        templates::json::append_string(text, module);
    }
    return text + "]}";
}

audit::Entry entry(const std::string& actor, std::string action, const TenantId& tenant,
                   std::string details) {
    return {actor, std::move(action), "tenant:" + tenant.text(), std::move(details)};
}

}  // namespace

Result<Done> create_tenant(store::Store& store, const TenantRecord& tenant,
                           const std::string& actor) {
    TRY(check(tenant));
    // First: a place without a tenant does no harm, a tenant without a place would.
    TRY(store.make_room(tenant.id));
    return store.write(TenantId::control(), [&](Transaction& transaction) -> Result<Done> {
        TRY(add_tenant(transaction.session, tenant, transaction.keys.proof()));
        for (const WrappedKey& key : make_tenant_keys(tenant.id, store.masters())) {
            TRY(add_tenant_key(transaction.session, tenant.id, key));
        }
        return transaction.note(entry(actor, "tenant.created", tenant.id, details_of(tenant)));
    });
}

Result<Done> change_tenant(store::Store& store, const TenantRecord& tenant,
                           const std::string& actor) {
    TRY(check(tenant));
    return store.write(TenantId::control(), [&](Transaction& transaction) -> Result<Done> {
        TRY(store::change_tenant(transaction.session, tenant, transaction.keys.proof()));
        return transaction.note(entry(actor, "tenant.changed", tenant.id, details_of(tenant)));
    });
}

Result<std::vector<TenantRecord>> list_tenants(store::Store& store) {
    std::vector<TenantRecord> tenants;
    TRY(store.read(TenantId::control(), [&](Transaction& transaction) -> Result<Done> {
        tenants = TRY(all_tenants(transaction.session, transaction.keys.proof()));
        return Done{};
    }));
    return tenants;
}

Result<TenantRecord> get_tenant(store::Store& store, const TenantId& id) {
    std::optional<TenantRecord> tenant;
    TRY(store.read(TenantId::control(), [&](Transaction& transaction) -> Result<Done> {
        tenant = TRY(find_tenant(transaction.session, id, transaction.keys.proof()));
        return Done{};
    }));
    if (tenant) return *std::move(tenant);
    return store::store_failure("store.no-tenant",
                                {"この自治体は登録されていません。", "There is no such tenant."});
}

Result<Done> rotate_data_key(store::Store& store, const TenantId& id, const std::string& actor) {
    TRY(get_tenant(store, id));
    TRY(store.write(TenantId::control(), [&](Transaction& transaction) -> Result<Done> {
        const std::vector<WrappedKey> wrapped = TRY(tenant_keys(transaction.session, id));
        const TenantKeys keys = TRY(TenantKeys::unwrap(id, wrapped, store.masters()));
        TRY(add_tenant_key(transaction.session, id, next_data_key(id, keys, store.masters())));
        return transaction.note(entry(actor, "tenant.key-added", id, "{}"));
    }));
    store.forget_keys(id);
    return Done{};
}

Result<int> rewrap_keys(store::Store& store, const std::string& actor) {
    std::vector<TenantId> scopes = {TenantId::control()};
    const std::vector<TenantRecord> tenants = TRY(list_tenants(store));
    for (const TenantRecord& tenant : tenants)
        scopes.push_back(tenant.id);
    int count = 0;
    TRY(store.write(TenantId::control(), [&](Transaction& transaction) -> Result<Done> {
        for (const TenantId& scope : scopes) {
            const std::vector<WrappedKey> wrapped = TRY(tenant_keys(transaction.session, scope));
            const std::vector<WrappedKey> anew = TRY(rewrap(scope, wrapped, store.masters()));
            for (const WrappedKey& key : anew) {
                TRY(replace_tenant_key(transaction.session, scope, key));
                ++count;
            }
        }
        return transaction.note(entry(actor, "service.keys-rewrapped", TenantId::control(), "{}"));
    }));
    return count;
}

}  // namespace madoguchi::api
