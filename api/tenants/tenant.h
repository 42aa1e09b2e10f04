// A municipality as the engine knows it: its name and its own characters.
//
// A directory with tenant.json {"id", "name", "gaiji"}; "gaiji" names the registry of its gaiji
// beside it (api/tenants/gaiji_file.h). Without that member it is gaiji.json, if that is there.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "fonts/face_set.h"
#include "fonts/gaiji/registry.h"

namespace madoguchi::api {

struct TenantSettings {
    std::string id;
    std::string name;
    std::filesystem::path gaiji;  ///< of the registry, which need not be there unless …
    bool names_gaiji = false;     ///< … tenant.json says so
};

struct Tenant {
    std::string id;
    std::string name;
    /// Both are null when it has no characters of its own.
    std::shared_ptr<const fonts::GaijiRegistry> registry;
    std::shared_ptr<const fonts::Face> gaiji;
};

/// Everything that is wrong with tenant.json comes back together.
Result<TenantSettings> read_tenant_settings(const std::filesystem::path& directory);
/// The registry and its font, as the settings say; nothing else is read.
Result<Tenant> read_tenant(const TenantSettings& settings);
/// Both, of the whole directory.
Result<Tenant> read_tenant(const std::filesystem::path& directory);

}  // namespace madoguchi::api
