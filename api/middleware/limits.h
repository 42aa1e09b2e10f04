// What every handler may rely on about its request.
#pragma once

#include "api/http/response.h"
#include "api/http/router.h"

namespace madoguchi::api::middleware {

/// Around a handler: refuses a coded body (415), and work that would begin after its deadline
/// (504). Sizes and the body's media type were checked before the body was read (http/dispatcher).
http::Response check_limits(const http::Request& request, const http::Handler& next);

}  // namespace madoguchi::api::middleware
