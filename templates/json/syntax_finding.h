// Why a text is not JSON, in words for people.
#pragma once

#include <rapidjson/error/error.h>

#include <cstddef>
#include <string_view>

#include "base/diagnostic.h"

namespace madoguchi::templates::json {

/// The finding for what the parser stopped at; without a place.
Diagnostic syntax_finding(rapidjson::ParseErrorCode error, std::string_view source,
                          std::size_t offset);

}  // namespace madoguchi::templates::json
