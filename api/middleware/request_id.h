// Every answer says which request it answers.
#pragma once

#include "api/http/response.h"

namespace madoguchi::api::middleware {

/// Behind every answer: X-Request-Id (the proxy's or ours) and, if the client sent one,
/// X-Correlation-Id, by which it can tell that the answer is its own.
void echo_request_id(const http::Request& request, http::Response& response);

}  // namespace madoguchi::api::middleware
