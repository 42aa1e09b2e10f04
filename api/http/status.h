// The answers' status codes that the service uses, and the methods it knows (RFC 9110).
#pragma once

#include <optional>
#include <string_view>

namespace madoguchi::api::http {

enum class Status {
    Ok = 200,
    Created = 201,
    Accepted = 202,
    NoContent = 204,
    NotModified = 304,
    BadRequest = 400,
    Unauthorized = 401,
    Forbidden = 403,
    NotFound = 404,
    MethodNotAllowed = 405,
    RequestTimeout = 408,
    Conflict = 409,
    LengthRequired = 411,
    PreconditionFailed = 412,
    ContentTooLarge = 413,
    UriTooLong = 414,
    UnsupportedMediaType = 415,
    ExpectationFailed = 417,
    UnprocessableContent = 422,
    TooManyRequests = 429,
    HeaderFieldsTooLarge = 431,
    InternalServerError = 500,
    NotImplemented = 501,
    ServiceUnavailable = 503,
    GatewayTimeout = 504,
    VersionNotSupported = 505,
    InsufficientStorage = 507,
};

constexpr int code_of(Status status) {
    return static_cast<int>(status);
}
std::string_view reason_of(Status status);

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

std::string_view name_of(Method method);
std::optional<Method> method_of(std::string_view name);

}  // namespace madoguchi::api::http
