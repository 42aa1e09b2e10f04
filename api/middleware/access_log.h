// One line of JSON for each answer: enough to count, time and find it, nothing about a person.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "api/http/response.h"

namespace madoguchi::api::middleware {

/// Takes one line without its end; from several threads at once.
using LogSink = std::function<void(const std::string& line)>;

/// To standard error through spdlog, flushed line by line (systemd's journal takes it from there).
LogSink standard_error_log();

/// Behind every answer: {"time":…,"event":"answer","method":"POST","route":"/v1/forms/{id}",
/// "status":200,"milliseconds":1.25,"requestId":…,"bytesIn":…,"bytesOut":…,"note":…}. The route is
/// the pattern: paths and queries may hold what a person typed. The note is masked.
std::function<void(const http::Request&, http::Response&)> log_access(LogSink log);

/// {"time":…,"event":"incident","requestId":…,"route":…,"exception":"std::bad_alloc"}
std::string incident_line(const http::Request& request, std::string_view exception);

}  // namespace madoguchi::api::middleware
