#include "api/middleware/pipeline.h"

#include "api/middleware/errors.h"
#include "api/middleware/limits.h"
#include "api/middleware/request_id.h"

namespace madoguchi::api::middleware {
namespace {

http::Response run_from(const std::vector<Around>& around, std::size_t index,
                        const http::Request& request, const http::Handler& handler) {
    if (index == around.size()) return handler(request);
    return around[index](request, [&](const http::Request& inner) {
        return run_from(around, index + 1, inner, handler);
    });
}

}  // namespace

http::Response Pipeline::run(const http::Request& request, const http::Handler& handler) const {
    return run_from(around, 0, request, handler);
}

void Pipeline::complete(const http::Request& request, http::Response& response) const {
    for (const Finish& step : finish)
        step(request, response);
}

Pipeline standard_pipeline(LogSink log) {
    return {
        .around =
            {
                // Outermost: whatever throws further in, the client sees a bare 500 and its number.
                answer_errors(log),
                // Before any handler: none has to ask twice what kind of body it was given.
                check_limits,
            },
        .finish =
            {
                // First, so that the later steps and the log agree about the number.
                echo_request_id,
                // After the handler: it may have chosen a stricter rule of its own, which stays.
                add_security_headers,
                // Last: writes down what is really sent.
                log_access(log),
            },
    };
}

}  // namespace madoguchi::api::middleware
