// An answer as a value: handlers return it, only the server sends.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "api/http/headers.h"
#include "api/http/request.h"
#include "api/http/status.h"
#include "api/http/text.h"

namespace madoguchi::api::http {

/// Shared, so that what many ask for (the studio's files) is never copied; may be null for no body.
using Body = std::shared_ptr<const std::string>;

struct Response {
    Status status = Status::Ok;
    /// Content-Type, Content-Length, Date and Connection are the server's; the rest stands here.
    Headers headers;
    std::string content_type;
    Body body;
    LogText note;  ///< for the access log; never sent

    std::string_view text() const { return body ? std::string_view(*body) : std::string_view(); }
};

Response make_response(Status status, std::string content_type, std::string body);
inline Response json_response(std::string body) {
    return make_response(Status::Ok, "application/json", std::move(body));
}
inline Response pdf_response(std::string body) {
    return make_response(Status::Ok, "application/pdf", std::move(body));
}
inline Response svg_response(std::string body) {
    return make_response(Status::Ok, "image/svg+xml", std::move(body));
}

/// Runs in a worker thread, several at once. It may throw: the client then gets a bare 500.
using Handler = std::function<Response(const Request&)>;

/// Status line and fields up to the empty line. A control character in a field becomes a space, so
/// that no value can begin a field of its own (RFC 9110, section 5.5).
std::string write_head(const Response& response, std::string_view date,
                       std::string_view connection);

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, section 5.6.7), the same in every locale.
std::string http_date(std::chrono::system_clock::time_point time);

}  // namespace madoguchi::api::http
