// The service's store and all that stands behind a tenant's door, opened for one command.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "api/access/staff.h"
#include "api/store/store.h"

namespace madoguchi::api::cli {

/// In the trail: whoever may run commands on the machine.
inline constexpr const char* operators = "operator";

/// Kept where it is while its doors are used.
struct OpenedStore {
    std::unique_ptr<store::Store> store;
    access::CommonPasswords common;
    Clock clock = system_clock();

    /// `tenant` was checked when the words were parsed.
    access::Door door(const std::string& tenant) const { return door(*TenantId::parse(tenant)); }
    access::Door door(const TenantId& tenant) const { return {*store, tenant, common, clock, {}}; }
};

Result<OpenedStore> open_store(const std::filesystem::path& service);

}  // namespace madoguchi::api::cli
