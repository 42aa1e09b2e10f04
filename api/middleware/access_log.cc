#include "api/middleware/access_log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <ctime>
#include <memory>

#include "base/units.h"
#include "templates/json/value.h"

namespace madoguchi::api::middleware {
namespace {

using templates::json::append_string;

void append_padded(std::string& out, int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    out.append(width > digits.size() ? width - digits.size() : 0, '0');
    out += digits;
}

/// "2026-01-31T23:59:59.123Z", in every locale.
std::string utc_now() {
    const auto now = std::chrono::system_clock::now();
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() %
        1000;
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::string out;
    append_padded(out, utc.tm_year + 1900, 4);
    out += '-';
    append_padded(out, utc.tm_mon + 1, 2);
    out += '-';
    append_padded(out, utc.tm_mday, 2);
    out += 'T';
    append_padded(out, utc.tm_hour, 2);
    out += ':';
    append_padded(out, utc.tm_min, 2);
    out += ':';
    append_padded(out, utc.tm_sec, 2);
    out += '.';
    append_padded(out, static_cast<int>(milliseconds), 3);
    return out + 'Z';
}

void append_member(std::string& out, std::string_view name, std::string_view value) {
    out += ",\"";
    out += name;
    out += "\":";
    append_string(out, value);
}

void append_number(std::string& out, std::string_view name, double value) {
    out += ",\"";
    out += name;
    out += "\":";
    append_decimal(out, value, 3);
}

std::string begin_line(std::string_view event) {
    std::string out = "{\"time\":";
    append_string(out, utc_now());
    append_member(out, "event", event);
    return out;
}

}  // namespace

LogSink standard_error_log() {
    auto logger = std::make_shared<spdlog::logger>(
        "access", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_pattern("%v");
    logger->flush_on(spdlog::level::info);
    return [logger = std::move(logger)](const std::string& line) {
        logger->log(spdlog::level::info, spdlog::string_view_t(line.data(), line.size()));
    };
}

std::function<void(const http::Request&, http::Response&)> log_access(LogSink log) {
    return [log = std::move(log)](const http::Request& request, http::Response& response) {
        const std::chrono::duration<double, std::milli> took =
            http::Clock::now() - request.received;
        std::string line = begin_line("answer");
        append_member(line, "method", name_of(request.method));
        append_member(line, "route", request.route);
        append_number(line, "status", code_of(response.status));
        append_number(line, "milliseconds", took.count());
        append_member(line, "requestId", request.id);
        append_number(line, "bytesIn", static_cast<double>(request.body.size()));
        append_number(line, "bytesOut", static_cast<double>(response.text().size()));
        if (!response.note.empty()) append_member(line, "note", response.note.masked());
        log(line + '}');
    };
}

std::string incident_line(const http::Request& request, std::string_view exception) {
    std::string line = begin_line("incident");
    append_member(line, "requestId", request.id);
    append_member(line, "route", request.route);
    append_member(line, "exception", exception);
    return line + '}';
}

}  // namespace madoguchi::api::middleware
