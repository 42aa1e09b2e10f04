// /v1/characters/conversions and /checks: files of other codes, as bodies.
#pragma once

#include <filesystem>

#include "api/characters/conversion_setup.h"
#include "api/http/router.h"

namespace madoguchi::api {

/// `tenant` is the folder of `means.tenant`, whose links/ are named in requests.
void mount_character_files(http::Router& router, ConversionMeans means,
                           std::filesystem::path tenant);

}  // namespace madoguchi::api
