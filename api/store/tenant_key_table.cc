#include "api/store/tenant_key_table.h"

namespace madoguchi::api::store {

Result<Done> add_tenant_key(Session& session, const TenantId& tenant, const WrappedKey& key) {
    session.sql << "insert into tenant_key (tenant, purpose, number, wrapped, master) "
                   "values (:tenant, :purpose, :number, :wrapped, :master)",
        soci::use(tenant.text()), soci::use(key.purpose), soci::use(key.number),
        soci::use(key.wrapped), soci::use(key.master);
    return Done{};
}

Result<Done> replace_tenant_key(Session& session, const TenantId& tenant, const WrappedKey& key) {
    session.sql << "update tenant_key set wrapped = :wrapped, master = :master "
                   "where tenant = :tenant and purpose = :purpose and number = :number",
        soci::use(key.wrapped), soci::use(key.master), soci::use(tenant.text()),
        soci::use(key.purpose), soci::use(key.number);
    return Done{};
}

Result<std::vector<WrappedKey>> tenant_keys(Session& session, const TenantId& tenant) {
    std::vector<WrappedKey> keys;
    WrappedKey key;
    soci::statement rows =
        (session.sql.prepare << "select purpose, number, wrapped, master from tenant_key "
                                "where tenant = :tenant order by purpose, number",
         soci::use(tenant.text()), soci::into(key.purpose), soci::into(key.number),
         soci::into(key.wrapped), soci::into(key.master));
    rows.execute();
    while (rows.fetch())
        keys.push_back(key);
    return keys;
}

}  // namespace madoguchi::api::store
