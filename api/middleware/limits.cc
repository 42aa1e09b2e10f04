#include "api/middleware/limits.h"

#include "api/http/problem.h"

namespace madoguchi::api::middleware {
namespace {

http::Response refuse(const http::Request& request, http::Status status) {
    return http::to_response(http::standard_problem(status), request.id);
}

/// A compressed body would pass the size limits small and arrive large; nobody needs one here.
bool is_coded(const http::Request& request) {
    const std::string* coding = request.headers.find("Content-Encoding");
    return coding && !http::equal_ignoring_case(*coding, "identity");
}

http::Response refuse_coded(const http::Request& request) {
    const Diagnostic reason{.code = "request.content-coding",
                            .message = {"圧縮したデータは受け付けません。そのままお送りください。",
                                        "A compressed body is not accepted; send it as it is."}};
    http::Response response = http::to_response(
        http::standard_problem(http::Status::UnsupportedMediaType, reason), request.id);
    response.headers.add("Accept-Encoding", "identity");
    return response;
}

}  // namespace

http::Response check_limits(const http::Request& request, const http::Handler& next) {
    if (is_coded(request)) return refuse_coded(request);
    if (http::Clock::now() > request.deadline) return refuse(request, http::Status::GatewayTimeout);
    return next(request);
}

}  // namespace madoguchi::api::middleware
