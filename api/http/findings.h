// Findings as JSON, the same for problem documents, the command line's --explain and the studio.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "templates/json/value.h"

namespace madoguchi::api::http {

/// Appends an array:
/// [{"severity":"error","code":…,"message":{"ja":…,"en":…},"templatePointer":…,"element":…,
///   "pointer":…,"character":{"text":…,"codePoints":…,"index":0},
///   "source":{"file":…,"line":1,"column":1,"offset":0},"hints":[{"ja":…,"en":…}]}]
/// What a finding does not know is left out.
void append_findings(std::string& out, const Diagnostics& findings);

/// The inverse; nothing when the array is none of findings.
std::optional<Diagnostics> read_findings(const templates::json::Array& array);

}  // namespace madoguchi::api::http
