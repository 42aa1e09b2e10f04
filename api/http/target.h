// The request target: "/v1/forms/%E8%BB%A2%E5%85%A5?page=2" to segments and query.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/http/request.h"
#include "base/result.h"

namespace madoguchi::api::http {

struct Target {
    std::vector<std::string> segments;
    std::vector<Parameter> query;
};

struct TargetLimits {
    std::size_t bytes = 8192;
    std::size_t segments = 16;
    std::size_t parameters = 64;
};

/// Origin form, or absolute form as RFC 9112, section 3.2.2 asks. Refuses (code "request.target",
/// or "request.target-too-long") what two readers could understand differently: broken percent
/// escapes, overlong or otherwise invalid UTF-8, control characters, an encoded "/", empty segments
/// (so also a "/" at the end), "." and "..". One pass over the text; nothing recursive.
Result<Target> read_target(std::string_view target, const TargetLimits& limits = {});

}  // namespace madoguchi::api::http
