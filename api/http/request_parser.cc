#include "api/http/request_parser.h"

#include <algorithm>
#include <charconv>

namespace madoguchi::api::http {
namespace {

constexpr std::size_t chunk_line_limit = 1024;
/// A body may be cut small, but not so small that most of what comes is framing.
constexpr std::size_t free_framing_bytes = 64 * 1024;

std::string_view trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_visible(char character) {
    return character > 0x20 && character < 0x7F;
}

bool is_field_character(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
}

bool is_host(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char character) {
        return is_visible(character) &&
               std::string_view("/\\@?#,;<>\"'{}|^`").find(character) == std::string_view::npos;
    });
}

/// The whole text is a number of that base.
template <typename Number>
std::optional<Number> read_number(std::string_view text, int base) {
    Number number = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number, base);
    if (text.empty() || error != std::errc() || rest != end) return std::nullopt;
    return number;
}

/// RFC 9112, section 5: no space before the colon, and a folded line has no name at all.
std::optional<Header> read_field(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return std::nullopt;
    const std::string_view value = trim(line.substr(colon + 1));
    if (!std::all_of(value.begin(), value.end(), is_field_character)) return std::nullopt;
    return Header{std::string(line.substr(0, colon)), std::string(value)};
}

bool lists(std::string_view list, std::string_view token) {
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        if (equal_ignoring_case(trim(list.substr(0, comma)), token)) return true;
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    }
    return false;
}

}  // namespace

RequestParser::Outcome RequestParser::refuse(Status status) {
    state_ = State::Refused;
    refusal_ = status;
    return Outcome::Refused;
}

void RequestParser::reset() {
    *this = RequestParser(limits_);
}

RequestParser::Outcome RequestParser::consume(std::string_view& input) {
    while (true) {
        if (const Step outcome = step(input)) return *outcome;
    }
}

RequestParser::Step RequestParser::step(std::string_view& input) {
    switch (state_) {
        case State::RequestLine:
            return on_request_line(input);
        case State::Fields:
            return on_field(input);
        case State::Head:
            return on_body_start();
        case State::Length:
            return on_data(input, State::Complete);
        case State::Size:
            return on_chunk_size(input);
        case State::Data:
            return on_data(input, State::DataEnd);
        case State::DataEnd:
            return on_data_end(input);
        case State::Trailer:
            return on_trailer(input);
        case State::Complete:
            return Outcome::Complete;
        case State::Refused:
            return Outcome::Refused;
    }
    return Outcome::Refused;
}

/// Collects in line_. A line ends with CR LF and holds no other CR (RFC 9112, section 2.2).
RequestParser::Line RequestParser::take_line(std::string_view& input, std::size_t limit) {
    const std::size_t end = input.find('\n');
    const std::string_view part = input.substr(0, end);
    if (line_.size() + part.size() > limit + 1) return Line::TooLong;
    line_ += part;
    input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
    if (end == std::string_view::npos) return Line::Partial;
    if (line_.empty() || line_.find('\r') != line_.size() - 1) return Line::Broken;
    line_.pop_back();
    return Line::Whole;
}

RequestParser::Step RequestParser::on_request_line(std::string_view& input) {
    // A method begins with a letter; anything else (a TLS greeting) need not be waited for.
    if (line_.empty() && !input.empty() && input.front() != '\r' && !is_token(input.substr(0, 1))) {
        return refuse(Status::BadRequest);
    }
    switch (take_line(input, limits_.request_line)) {
        case Line::Partial:
            return Outcome::NeedInput;
        case Line::TooLong:
            return refuse(Status::UriTooLong);
        case Line::Broken:
            return refuse(Status::BadRequest);
        case Line::Whole:
            break;
    }
    if (line_.empty() && !skipped_) {
        skipped_ = true;  // one empty line before a request is tolerated (RFC 9112, section 2.2)
        return std::nullopt;
    }
    return read_request_line();
}

RequestParser::Step RequestParser::read_request_line() {
    const std::string_view line = line_;
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return refuse(Status::BadRequest);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (!is_token(line.substr(0, first)) || target.empty() ||
        !std::all_of(target.begin(), target.end(), is_visible)) {
        return refuse(Status::BadRequest);
    }
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        return refuse(version.starts_with("HTTP/") ? Status::VersionNotSupported
                                                   : Status::BadRequest);
    }
    minor_version_ = version.back() - '0';
    head_.method = line.substr(0, first);
    head_.target = target;
    line_.clear();
    state_ = State::Fields;
    return std::nullopt;
}

RequestParser::Step RequestParser::on_field(std::string_view& input) {
    switch (take_line(input, limits_.field_section - section_bytes_)) {
        case Line::Partial:
            return Outcome::NeedInput;
        case Line::TooLong:
            return refuse(Status::HeaderFieldsTooLarge);
        case Line::Broken:
            return refuse(Status::BadRequest);
        case Line::Whole:
            break;
    }
    if (line_.empty()) return finish_head();
    section_bytes_ += line_.size();
    if (head_.headers.size() == limits_.fields) return refuse(Status::HeaderFieldsTooLarge);
    std::optional<Header> field = read_field(line_);
    if (!field) return refuse(Status::BadRequest);
    head_.headers.add(std::move(field->name), std::move(field->value));
    line_.clear();
    return std::nullopt;
}

RequestParser::Step RequestParser::finish_head() {
    const Headers& headers = head_.headers;
    const std::size_t hosts = headers.count("Host");
    // RFC 9112, section 3.2: exactly one Host in HTTP/1.1.
    if (hosts > 1 || (hosts == 0 && minor_version_ == 1)) return refuse(Status::BadRequest);
    if (hosts == 1 && !is_host(*headers.find("Host"))) return refuse(Status::BadRequest);
    if (const std::string* expect = headers.find("Expect")) {
        if (!equal_ignoring_case(*expect, "100-continue")) return refuse(Status::ExpectationFailed);
        head_.expects_continue = minor_version_ == 1;
    }
    head_.keep_alive = minor_version_ == 1 ? KeepAlive::Yes : KeepAlive::No;
    for (const Header& field : headers) {
        if (equal_ignoring_case(field.name, "Connection") && lists(field.value, "close")) {
            head_.keep_alive = KeepAlive::No;
        }
    }
    return read_framing();
}

/// RFC 9112, section 6: one statement about the length of the body, or none.
RequestParser::Step RequestParser::read_framing() {
    const std::size_t lengths = head_.headers.count("Content-Length");
    const std::size_t codings = head_.headers.count("Transfer-Encoding");
    if (lengths + codings > 1) return refuse(Status::BadRequest);
    if (lengths == 1) {
        const std::string& value = *head_.headers.find("Content-Length");
        const auto length = read_number<std::size_t>(value, 10);
        if (!length) return refuse(Status::BadRequest);
        head_.framing = BodyFraming::Length;
        head_.content_length = *length;
    }
    if (codings == 1) {
        if (minor_version_ == 0) return refuse(Status::BadRequest);
        if (!equal_ignoring_case(*head_.headers.find("Transfer-Encoding"), "chunked")) {
            return refuse(Status::NotImplemented);
        }
        head_.framing = BodyFraming::Chunked;
    }
    line_.clear();
    state_ = State::Head;
    return Outcome::Head;
}

RequestParser::Step RequestParser::on_body_start() {
    switch (head_.framing) {
        case BodyFraming::None:
            state_ = State::Complete;
            break;
        case BodyFraming::Length:
            if (head_.content_length > body_limit_) return refuse(Status::ContentTooLarge);
            remaining_ = head_.content_length;
            state_ = State::Length;
            break;
        case BodyFraming::Chunked:
            state_ = State::Size;
            break;
    }
    return std::nullopt;
}

RequestParser::Step RequestParser::on_data(std::string_view& input, State after) {
    const std::size_t take = std::min<std::uint64_t>(remaining_, input.size());
    body_ += input.substr(0, take);
    input.remove_prefix(take);
    remaining_ -= take;
    if (remaining_ > 0) return Outcome::NeedInput;
    state_ = after;
    return std::nullopt;
}

RequestParser::Step RequestParser::on_chunk_size(std::string_view& input) {
    const Line line = take_line(input, chunk_line_limit);
    if (line == Line::Partial) return Outcome::NeedInput;
    if (line != Line::Whole) return refuse(Status::BadRequest);
    return read_chunk_size();
}

RequestParser::Step RequestParser::read_chunk_size() {
    constexpr std::size_t most_digits = 8;
    // Extensions (after ";") mean nothing to us; RFC 9112, section 7.1.1 lets them be ignored.
    const std::string_view digits = trim(std::string_view(line_).substr(0, line_.find(';')));
    const auto size = read_number<std::uint64_t>(digits, 16);
    const bool readable = std::all_of(line_.begin(), line_.end(), is_field_character);
    if (!size || digits.size() > most_digits || !readable || !is_visible(line_.front())) {
        return refuse(Status::BadRequest);
    }
    framing_bytes_ += line_.size();
    if (framing_bytes_ > free_framing_bytes + body_.size()) return refuse(Status::BadRequest);
    if (*size > body_limit_ - body_.size()) return refuse(Status::ContentTooLarge);
    line_.clear();
    remaining_ = *size;
    state_ = *size == 0 ? State::Trailer : State::Data;
    return std::nullopt;
}

RequestParser::Step RequestParser::on_data_end(std::string_view& input) {
    const Line line = take_line(input, 0);
    if (line == Line::Partial) return Outcome::NeedInput;
    if (line != Line::Whole || !line_.empty()) return refuse(Status::BadRequest);
    state_ = State::Size;
    return std::nullopt;
}

/// Trailer fields are read for their form and dropped (RFC 9112, section 7.1.2).
RequestParser::Step RequestParser::on_trailer(std::string_view& input) {
    const Line line = take_line(input, limits_.field_section - section_bytes_);
    if (line == Line::Partial) return Outcome::NeedInput;
    if (line == Line::TooLong) return refuse(Status::HeaderFieldsTooLarge);
    if (line == Line::Broken) return refuse(Status::BadRequest);
    if (line_.empty()) {
        state_ = State::Complete;
        return std::nullopt;
    }
    section_bytes_ += line_.size();
    if (!read_field(line_)) return refuse(Status::BadRequest);
    line_.clear();
    return std::nullopt;
}

}  // namespace madoguchi::api::http
