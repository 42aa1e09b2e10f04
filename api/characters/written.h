// How people write which character they mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::api {

/// The text of what is written as itself (辻, か゚), as code points ("U+8FBB", "U+8FBB+E0102",
/// "U+8FBB U+E0102") or by its name ("MJ025760"; "GJ000001" becomes "&GJ000001;"). Finding
/// "characters.not-understood" for a number that no character has, and for broken UTF-8.
Result<std::string> text_of_written(std::string_view written, const fonts::MjTable& table);

/// "U+8FBB", in any case.
std::optional<char32_t> parse_code_point(std::string_view text);

}  // namespace madoguchi::api
