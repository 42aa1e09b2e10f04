#include "api/tenants/tenant.h"

#include <utility>

#include "api/tenants/gaiji_store.h"
#include "api/tenants/settings_file.h"

namespace madoguchi::api {

namespace {

/// An uploaded font is read by a confined process alone, and once: when it is imported.
void check_gaiji_name(SettingsFile& settings, const std::filesystem::path& name) {
    if (name.has_parent_path() || name == "..") {
        return settings.report(
            *settings.root().find("gaiji"),
            {"gaiji には、このフォルダーにあるファイルの名前だけを書いてください。",
             "gaiji names a file of this very folder."});
    }
    if (name.empty() || name.extension() == ".json") return;
    settings.report(*settings.root().find("gaiji"),
                    {"gaiji には外字の台帳（.json）を書いてください。" + name.filename().string() +
                         " のようなフォントは madoguchi gaiji import で登録します。",
                     "gaiji names a registry (.json); register fonts like " +
                         name.filename().string() + " with madoguchi gaiji import."});
}

}  // namespace

Result<TenantSettings> read_tenant_settings(const std::filesystem::path& directory) {
    SettingsFile settings = TRY(SettingsFile::read(directory / "tenant.json"));
    settings.allow_only(settings.root(), {"id", "name", "gaiji"});
    TenantSettings read{.id = settings.required_text(settings.root(), "id"),
                        .name = settings.required_text(settings.root(), "name")};
    const std::filesystem::path gaiji = settings.optional_text(settings.root(), "gaiji");
    check_gaiji_name(settings, gaiji);
    if (!settings.sound()) return settings.take_findings();
    read.names_gaiji = !gaiji.empty();
    read.gaiji = directory / (read.names_gaiji ? gaiji : "gaiji.json");
    return read;
}

Result<Tenant> read_tenant(const std::filesystem::path& directory) {
    const TenantSettings settings = TRY(read_tenant_settings(directory));
    return read_tenant(settings);
}

Result<Tenant> read_tenant(const TenantSettings& settings) {
    Tenant tenant{.id = settings.id, .name = settings.name};
    std::error_code unknown;  // is said when the file is read
    if (!settings.names_gaiji && std::filesystem::status(settings.gaiji, unknown).type() ==
                                     std::filesystem::file_type::not_found)
        return tenant;
    fonts::GaijiRegistry registry = TRY(read_gaiji(settings.gaiji));
    Bytes font = TRY(fonts::build_font(registry.font()));
    tenant.gaiji = TRY(fonts::Face::from_bytes(std::move(font), settings.gaiji.string()));
    tenant.registry = std::make_shared<const fonts::GaijiRegistry>(std::move(registry));
    return tenant;
}

}  // namespace madoguchi::api
