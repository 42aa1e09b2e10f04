// The tenants' keys as they are kept, wrapped; in a session of the control scope.
#pragma once

#include <vector>

#include "api/keys/tenant_keys.h"
#include "api/store/session.h"

namespace madoguchi::api::store {

Result<Done> add_tenant_key(Session& session, const TenantId& tenant, const WrappedKey& key);
/// The same key under another master.
Result<Done> replace_tenant_key(Session& session, const TenantId& tenant, const WrappedKey& key);
/// By purpose and number.
Result<std::vector<WrappedKey>> tenant_keys(Session& session, const TenantId& tenant);

}  // namespace madoguchi::api::store
