// Where the program's own files are: forms, tenants, the studio's bundle.
#pragma once

#include <filesystem>

namespace madoguchi::api {

struct Places {
    std::filesystem::path forms;
    std::filesystem::path demonstration_tenant;
    std::filesystem::path studio;
    std::filesystem::path openapi;
    std::filesystem::path catalogue_form;
    std::filesystem::path job_sheet_form;  ///< cover, separator and count of a batch
    std::filesystem::path characters;  ///< the table of 文字情報基盤 that `./dev characters` makes
    std::filesystem::path shapes;          ///< the index of its shapes; may not be there
    std::filesystem::path character_sets;  ///< installed by the operator; may not be there
};

/// Below MADOGUCHI_ROOT where the environment names it, else below the source tree the program was
/// built from.
Places find_places();

}  // namespace madoguchi::api
