// Forms in the words of the API.
#pragma once

#include <string>
#include <vector>

#include "templates/catalogue.h"
#include "templates/model/template.h"

namespace madoguchi::api {

/// {"forms":[{"id","version","title","description"} …]}
std::string describe_forms(const templates::Catalogue& catalogue);

/// One form with its fields and samples (see api/openapi.json, schema Form).
std::string describe_form(const templates::CatalogueEntry& entry);

}  // namespace madoguchi::api
