// Files with many people's data, as sources of a batch.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "render/batch.h"
#include "templates/csv_data.h"

namespace madoguchi::api {

/// JSON Lines: one person's data on each line; empty lines are passed over. `form` and `source`
/// outlive the source; `name` is what findings call the file, whose lines and bytes they count.
std::unique_ptr<render::RecordSource> json_lines(const templates::Template& form,
                                                 std::string_view source, std::string name);

/// CSV with a header row; fails when the header or the encoding cannot be used.
Result<std::unique_ptr<render::RecordSource>> csv_people(const templates::Template& form,
                                                         std::string_view source, std::string name,
                                                         templates::CsvEncoding encoding);

}  // namespace madoguchi::api
