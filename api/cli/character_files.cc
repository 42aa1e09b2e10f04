#include "api/cli/character_files.h"

#include "api/places.h"
#include "api/tenants/tenant.h"

namespace madoguchi::api::cli {

Result<std::string> tenant_id(const std::filesystem::path& tenant) {
    if (tenant.empty()) return std::string();
    const Tenant read = TRY(read_tenant(tenant));
    return read.id;
}

ByteSource bytes_of(InputFile& file) {
    return [&file](std::span<char> into) { return file.read(into); };
}

Result<std::shared_ptr<const fonts::MjTable>> open_characters() {
    return fonts::MjTable::open(find_places().characters);
}

}  // namespace madoguchi::api::cli
