// A request as handlers see it: decoded, checked, whole.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/headers.h"
#include "api/http/status.h"

namespace madoguchi::api::http {

using Clock = std::chrono::steady_clock;

struct Parameter {
    std::string name;
    std::string value;
    bool operator==(const Parameter&) const = default;
};

struct Request {
    Method method = Method::Get;
    /// The path, split at "/" and then percent-decoded: valid UTF-8, no empty, "." or ".." segment,
    /// no control character. "/" has none.
    std::vector<std::string> segments;
    std::vector<Parameter> query;       ///< in order, decoded like segments; names may repeat
    std::vector<Parameter> parameters;  ///< what stood for "{name}" of the route
    Headers headers;
    std::string body;

    /// From the proxy's X-Request-Id or made here; it is the incident number of problems.
    std::string id;
    /// The client's own X-Correlation-Id; empty when it sent none. Every answer carries it back, so
    /// that a client can refuse an answer that is not its own.
    std::string correlation_id;
    std::string route;         ///< the route's pattern, "/v1/forms/{id}"; empty when none matched
    std::string peer_address;  ///< for the log's incidents only; behind a proxy it is the proxy
    Clock::time_point received{};
    /// When the client will have been answered 504 in the handler's place; long work looks at it.
    Clock::time_point deadline = Clock::time_point::max();

    /// The first of that name, or nullptr.
    const std::string* query_value(std::string_view name) const;
    /// What stood for {name}; the route's pattern must hold it.
    const std::string& parameter(std::string_view name) const;
};

}  // namespace madoguchi::api::http
