// What the commands about codes of files begin with.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "api/characters/text_pieces.h"
#include "api/files/input_file.h"
#include "api/tenants/tenant.h"
#include "base/result.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::api::cli {

/// The tenant whose characters the file's private-use code points are; empty for none.
Result<Tenant> file_tenant(const std::filesystem::path& tenant);

/// The bytes of an open file, which outlives the source.
ByteSource bytes_of(InputFile& file);

/// The table of 文字情報基盤, on which reduction leans.
Result<std::shared_ptr<const fonts::MjTable>> open_characters();

}  // namespace madoguchi::api::cli
