// The register of municipalities that the service serves: kept by its operators.
#pragma once

#include <string>
#include <vector>

#include "api/store/store.h"
#include "api/tenants/tenant_record.h"

namespace madoguchi::api {

/// Gives the tenant its keys, a place for its data and an entry in the operators' trail. Findings
/// "store.exists", "tenant.wrong" (no name, a module that is none).
Result<Done> create_tenant(store::Store& store, const TenantRecord& tenant,
                           const std::string& actor);

/// The record has the version that was read. "store.changed-meanwhile" when somebody was first.
Result<Done> change_tenant(store::Store& store, const TenantRecord& tenant,
                           const std::string& actor);

Result<std::vector<TenantRecord>> list_tenants(store::Store& store);
/// "store.no-tenant" when there is none.
Result<TenantRecord> get_tenant(store::Store& store, const TenantId& id);

/// A new key for what the tenant's data are sealed with from now on.
Result<Done> rotate_data_key(store::Store& store, const TenantId& id, const std::string& actor);

/// All keys, also the service's own, under the newest master key; how many were wrapped anew.
Result<int> rewrap_keys(store::Store& store, const std::string& actor);

}  // namespace madoguchi::api
