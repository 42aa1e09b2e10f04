#include "api/http/status.h"

#include <array>
#include <utility>

namespace madoguchi::api::http {
namespace {

constexpr std::array<std::pair<Method, std::string_view>, 7> method_names{{
    {Method::Get, "GET"},
    {Method::Head, "HEAD"},
    {Method::Post, "POST"},
    {Method::Put, "PUT"},
    {Method::Patch, "PATCH"},
    {Method::Delete, "DELETE"},
    {Method::Options, "OPTIONS"},
}};

constexpr std::array<std::pair<Status, std::string_view>, 27> reasons{{
    {Status::Ok, "OK"},
    {Status::Created, "Created"},
    {Status::Accepted, "Accepted"},
    {Status::NoContent, "No Content"},
    {Status::NotModified, "Not Modified"},
    {Status::BadRequest, "Bad Request"},
    {Status::Unauthorized, "Unauthorized"},
    {Status::Forbidden, "Forbidden"},
    {Status::NotFound, "Not Found"},
    {Status::MethodNotAllowed, "Method Not Allowed"},
    {Status::RequestTimeout, "Request Timeout"},
    {Status::Conflict, "Conflict"},
    {Status::LengthRequired, "Length Required"},
    {Status::PreconditionFailed, "Precondition Failed"},
    {Status::ContentTooLarge, "Content Too Large"},
    {Status::UriTooLong, "URI Too Long"},
    {Status::UnsupportedMediaType, "Unsupported Media Type"},
    {Status::ExpectationFailed, "Expectation Failed"},
    {Status::UnprocessableContent, "Unprocessable Content"},
    {Status::TooManyRequests, "Too Many Requests"},
    {Status::HeaderFieldsTooLarge, "Request Header Fields Too Large"},
    {Status::InternalServerError, "Internal Server Error"},
    {Status::NotImplemented, "Not Implemented"},
    {Status::ServiceUnavailable, "Service Unavailable"},
    {Status::GatewayTimeout, "Gateway Timeout"},
    {Status::VersionNotSupported, "HTTP Version Not Supported"},
    {Status::InsufficientStorage, "Insufficient Storage"},
}};

}  // namespace

std::string_view reason_of(Status status) {
    for (const auto& [known, reason] : reasons) {
        if (known == status) return reason;
    }
    return "";
}

std::string_view name_of(Method method) {
    for (const auto& [known, name] : method_names) {
        if (known == method) return name;
    }
    return "";
}

std::optional<Method> method_of(std::string_view name) {
    for (const auto& [method, known] : method_names) {
        if (known == name) return method;
    }
    return std::nullopt;
}

}  // namespace madoguchi::api::http
