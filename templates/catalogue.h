// The forms below one directory: <id>/form.json with samples in <id>/samples/*.json.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "templates/model/template.h"
#include "templates/sample.h"

namespace madoguchi::templates {

struct CatalogueEntry {
    Template form;
    std::vector<Sample> samples;  ///< sorted by file name: "1-….json" first
};

class Catalogue {
  public:
    /// Reads everything at once; all findings of all files come back together. A form whose id is
    /// not the name of its directory is a finding ("catalogue.id").
    static Result<Catalogue> open(const std::filesystem::path& directory);

    /// Sorted by id.
    const std::vector<CatalogueEntry>& entries() const { return entries_; }

    /// Fails with "catalogue.unknown-form", which lists the forms there are.
    Result<const CatalogueEntry*> find(std::string_view id) const;

  private:
    std::vector<CatalogueEntry> entries_;
};

}  // namespace madoguchi::templates
