#include "api/tenants/tenant.h"

#include <utility>

#include "api/tenants/gaiji_drawings.h"
#include "api/tenants/settings_file.h"

namespace madoguchi::api {

namespace {

Result<std::shared_ptr<const fonts::Face>> open_gaiji(const std::filesystem::path& file) {
    if (file.extension() == ".json") return open_gaiji_drawings(file);
    return fonts::Face::open(file);
}

}  // namespace

Result<Tenant> read_tenant(const std::filesystem::path& directory) {
    SettingsFile settings = TRY(SettingsFile::read(directory / "tenant.json"));
    settings.allow_only(settings.root(), {"id", "name", "gaiji"});
    Tenant tenant{.id = settings.required_text(settings.root(), "id"),
                  .name = settings.required_text(settings.root(), "name")};
    const std::string gaiji = settings.optional_text(settings.root(), "gaiji");
    if (!settings.sound()) return settings.take_findings();
    if (!gaiji.empty()) tenant.gaiji = TRY(open_gaiji(directory / gaiji));
    return tenant;
}

}  // namespace madoguchi::api
