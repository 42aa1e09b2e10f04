// Findings as JSON, the same for problem documents, the command line's --explain and the studio.
#pragma once

#include <string>

#include "base/diagnostic.h"

namespace madoguchi::api::http {

/// Appends an array:
/// [{"severity":"error","code":…,"message":{"ja":…,"en":…},"templatePointer":…,"element":…,
///   "pointer":…,"character":{"text":…,"codePoints":…,"index":0},
///   "source":{"file":…,"line":1,"column":1,"offset":0},"hints":[{"ja":…,"en":…}]}]
/// What a finding does not know is left out.
void append_findings(std::string& out, const Diagnostics& findings);

}  // namespace madoguchi::api::http
