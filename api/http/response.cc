#include "api/http/response.h"

#include <array>
#include <charconv>
#include <ctime>

namespace madoguchi::api::http {
namespace {

void append_clean(std::string& out, std::string_view value) {
    for (const char character : value) {
        const auto byte = static_cast<unsigned char>(character);
        out += (byte < 0x20 && byte != '\t') || byte == 0x7F ? ' ' : character;
    }
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
    append_clean(out, name);
    out += ": ";
    append_clean(out, value);
    out += "\r\n";
}

void append_padded(std::string& out, int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    out.append(width > digits.size() ? width - digits.size() : 0, '0');
    out += digits;
}

bool has_length(Status status) {
    return status != Status::NoContent && status != Status::NotModified;
}

}  // namespace

Response make_response(Status status, std::string content_type, std::string body) {
    Response response;
    response.status = status;
    response.content_type = std::move(content_type);
    response.body = std::make_shared<const std::string>(std::move(body));
    return response;
}

std::string write_head(const Response& response, std::string_view date,
                       std::string_view connection) {
    std::string out = "HTTP/1.1 " + std::to_string(code_of(response.status)) + ' ';
    out += reason_of(response.status);
    out += "\r\n";
    append_field(out, "Date", date);
    if (!response.content_type.empty()) append_field(out, "Content-Type", response.content_type);
    // RFC 9110, section 8.6: no Content-Length in a 204; in a 304 it would be that of the 200.
    if (has_length(response.status)) {
        append_field(out, "Content-Length", std::to_string(response.text().size()));
    }
    append_field(out, "Connection", connection);
    for (const Header& field : response.headers)
        append_field(out, field.name, field.value);
    out += "\r\n";
    return out;
}

std::string http_date(std::chrono::system_clock::time_point time) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::string out = days[static_cast<std::size_t>(utc.tm_wday)];
    out += ", ";
    append_padded(out, utc.tm_mday, 2);
    out += ' ';
    out += months[static_cast<std::size_t>(utc.tm_mon)];
    out += ' ';
    append_padded(out, utc.tm_year + 1900, 4);
    out += ' ';
    append_padded(out, utc.tm_hour, 2);
    out += ':';
    append_padded(out, utc.tm_min, 2);
    out += ':';
    append_padded(out, utc.tm_sec, 2);
    out += " GMT";
    return out;
}

}  // namespace madoguchi::api::http
