#include "api/cli/printing.h"

#include <utility>

#include "api/characters/character_sets.h"
#include "api/forms/shelf.h"
#include "api/places.h"
#include "api/tenants/tenant.h"
#include "fonts/installed_fonts.h"

namespace madoguchi::api::cli {

namespace {

bool looks_like_a_path(const std::string& form) {
    return form.find('/') != std::string::npos || form.ends_with(".json");
}

}  // namespace

Result<fonts::FontLibrary> open_fonts(const std::filesystem::path& tenant,
                                      const std::filesystem::path& character_sets) {
    CharacterSets sets = TRY(character_sets_in_use(character_sets));
    if (tenant.empty()) return fonts::open_installed_fonts({.sets = std::move(sets)});
    const Tenant read = TRY(read_tenant(tenant));
    return fonts::open_installed_fonts({.gaiji = read.gaiji, .sets = std::move(sets)});
}

Result<std::shared_ptr<const render::PreparedForm>> open_form(const std::string& id_or_path,
                                                              const fonts::FontLibrary& fonts) {
    if (looks_like_a_path(id_or_path)) return prepare_template_file(id_or_path, fonts);
    templates::Catalogue catalogue = TRY(templates::Catalogue::open(find_places().forms));
    FormShelf shelf(std::move(catalogue), fonts);
    return shelf.prepared(id_or_path);
}

std::filesystem::path form_file(const std::string& id_or_path) {
    if (looks_like_a_path(id_or_path)) return id_or_path;
    return find_places().forms / id_or_path / "form.json";
}

std::vector<std::filesystem::path> inputs(const std::string& id_or_path,
                                          const std::filesystem::path& data,
                                          const std::filesystem::path& tenant) {
    std::vector<std::filesystem::path> files{data};
    files.push_back(form_file(id_or_path));
    if (tenant.empty()) return files;
    std::error_code unreadable;  // is said when the tenant is read
    for (const auto& entry : std::filesystem::directory_iterator(tenant, unreadable))
        files.push_back(entry.path());
    return files;
}

}  // namespace madoguchi::api::cli
