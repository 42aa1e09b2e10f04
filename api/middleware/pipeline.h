// What stands around every handler and behind every answer, in order.
#pragma once

#include <functional>
#include <vector>

#include "api/http/response.h"
#include "api/middleware/access_log.h"
#include "api/middleware/security_headers.h"

namespace madoguchi::api::middleware {

/// Around a handler: may answer itself, or call the next and change its answer.
using Around = std::function<http::Response(const http::Request&, const http::Handler& next)>;
/// Behind every answer that is sent, also those of the server itself (busy, too late, malformed).
using Finish = std::function<void(const http::Request&, http::Response&)>;

struct Pipeline {
    std::vector<Around> around;  ///< outermost first
    std::vector<Finish> finish;  ///< first to last

    http::Response run(const http::Request& request, const http::Handler& handler) const;
    void complete(const http::Request& request, http::Response& response) const;
};

/// The service's pipeline; pipeline.cc is the list with the reason for each position.
Pipeline standard_pipeline(LogSink log);

}  // namespace madoguchi::api::middleware
