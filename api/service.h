// The service put together: name, fonts and forms of one tenant, the studio's files, the HTTP port.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>

#include "api/http/port.h"
#include "api/middleware/access_log.h"
#include "base/result.h"

namespace madoguchi::api {

struct ServiceSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::filesystem::path tenant;
    unsigned workers = 2;
    http::Exposure exposure = http::Exposure::LoopbackOnly;
    std::filesystem::path character_sets;  ///< empty: the usual place, if it is there
};

/// Everything the service answers, as values; the port is another matter. The log hears of a gaiji
/// registry that cannot be used any more: the last one that could stays in use.
Result<http::Router> make_routes(const ServiceSettings& settings, http::SharedReadiness readiness,
                                 middleware::LogSink log = middleware::standard_error_log());

/// Serves until SIGTERM or SIGINT, then lets what is in flight finish. Says on `out` where it
/// listens.
Result<Done> serve(const ServiceSettings& settings, std::ostream& out);

}  // namespace madoguchi::api
