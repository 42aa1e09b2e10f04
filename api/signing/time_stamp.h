// 時刻認証: a token that says when a signature existed (RFC 3161).
#pragma once

#include <string>

#include "api/signing/cades.h"

namespace madoguchi::api {

/// Asks the authority at "http://host[:port]/path"; waits 10 seconds at most. Its answer must be
/// for these bytes and this question. Findings: "sign.time-stamp-url", "sign.time-stamp".
Result<AskForTime> time_stamps_from(const std::string& url);

}  // namespace madoguchi::api
