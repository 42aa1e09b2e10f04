// The end of every exception: a bare 500 with an incident number.
#pragma once

#include <functional>

#include "api/http/response.h"
#include "api/middleware/access_log.h"

namespace madoguchi::api::middleware {

/// Around all: catches everything. The client gets the request's id; the log gets the id, the route
/// and the exception's type, but not its words, which may quote a person's data.
std::function<http::Response(const http::Request&, const http::Handler&)> answer_errors(
    LogSink log);

}  // namespace madoguchi::api::middleware
