#include "api/middleware/request_id.h"

namespace madoguchi::api::middleware {

void echo_request_id(const http::Request& request, http::Response& response) {
    response.headers.set("X-Request-Id", request.id);
    if (!request.correlation_id.empty()) {
        response.headers.set("X-Correlation-Id", request.correlation_id);
    }
}

}  // namespace madoguchi::api::middleware
