#include "api/cli/character_files.h"

#include "api/places.h"

namespace madoguchi::api::cli {

Result<Tenant> file_tenant(const std::filesystem::path& tenant) {
    if (tenant.empty()) return Tenant();
    return read_tenant(tenant);
}

ByteSource bytes_of(InputFile& file) {
    return [&file](std::span<char> into) { return file.read(into); };
}

Result<std::shared_ptr<const fonts::MjTable>> open_characters() {
    return fonts::MjTable::open(find_places().characters);
}

}  // namespace madoguchi::api::cli
