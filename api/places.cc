#include "api/places.h"

#include <cstdlib>

namespace madoguchi::api {

Places find_places() {
    const char* named = std::getenv("MADOGUCHI_ROOT");
    const std::filesystem::path root = named && *named ? named : MADOGUCHI_SOURCE_DIR;
    return {
        .forms = root / "templates/forms",
        .demonstration_tenant = root / "api/tenants/demonstration",
        .studio = root / "studio/dist",
        .openapi = root / "api/openapi.json",
        .catalogue_form = root / "api/characters/catalogue.form.json",
        .job_sheet_form = root / "api/printing/job_sheet.form.json",
        .characters = root / "build/characters.table",
        .shapes = root / "build/shapes.index",
        .character_sets = root / "character-sets",
    };
}

}  // namespace madoguchi::api
