// The register of tenants; in a session of the control scope. Each record carries a proof under the
// scope's proof key: what was changed on the disk is not believed ("store.damaged").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/keys/secret_key.h"
#include "api/store/session.h"
#include "api/tenants/tenant_record.h"

namespace madoguchi::api::store {

/// "store.exists" when there is one of this id.
Result<Done> add_tenant(Session& session, const TenantRecord& tenant, const SecretKey& proof);

/// The record must have the version that was read; it is stored with the next one, which is
/// returned. "store.changed-meanwhile" when somebody else was first, or there is no such tenant.
Result<int> change_tenant(Session& session, const TenantRecord& tenant, const SecretKey& proof);

Result<std::optional<TenantRecord>> find_tenant(Session& session, const TenantId& id,
                                                const SecretKey& proof);
/// By id.
Result<std::vector<TenantRecord>> all_tenants(Session& session, const SecretKey& proof);

/// From the texts of its columns, as a backup has them; its proof, which another store's keys may
/// have made, is not asked.
Result<TenantRecord> tenant_of_row(const std::vector<std::string>& texts);

}  // namespace madoguchi::api::store
