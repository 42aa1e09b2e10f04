// Bytes of a connection to HTTP/1.1 requests (RFC 9112), strictly.
//
// Incremental: the bytes may arrive cut anywhere, and the outcome does not depend on where. Two
// readers of the same bytes (a proxy and we) must never see two different requests, so whatever the
// standard allows a recipient to repair is refused instead: a second Content-Length, Content-Length
// beside Transfer-Encoding, folded lines, a space before a colon, a bare CR or LF.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/http/headers.h"
#include "api/http/status.h"

namespace madoguchi::api::http {

enum class KeepAlive { No, Yes };
enum class BodyFraming { None, Length, Chunked };

struct RequestHead {
    std::string method;
    std::string target;
    Headers headers;  ///< values without the spaces around them
    KeepAlive keep_alive = KeepAlive::Yes;
    BodyFraming framing = BodyFraming::None;
    std::size_t content_length = 0;  ///< meaningful for BodyFraming::Length
    bool expects_continue = false;
};

struct HeadLimits {
    std::size_t request_line = 9 * 1024;
    std::size_t field_section = 32 * 1024;
    std::size_t fields = 100;
};

class RequestParser {
  public:
    enum class Outcome {
        NeedInput,  ///< all input is taken and the request is not whole
        Head,       ///< head() is whole; call again for the body
        Complete,   ///< the request is whole; input holds what follows it
        Refused,    ///< refusal() says why; nothing more can be read from this connection
    };

    explicit RequestParser(const HeadLimits& limits = {}) : limits_(limits) {}

    /// Takes bytes off the front of input.
    Outcome consume(std::string_view& input);

    const RequestHead& head() const { return head_; }
    RequestHead take_head() { return std::move(head_); }
    /// To be called after Outcome::Head; until then no body byte has been taken.
    void limit_body(std::size_t bytes) { body_limit_ = bytes; }
    std::size_t body_size() const { return body_.size(); }
    std::string take_body() { return std::move(body_); }
    Status refusal() const { return refusal_; }

    /// Ready for the next request on the connection.
    void reset();

  private:
    enum class State {
        RequestLine,
        Fields,
        Head,
        Length,
        Size,
        Data,
        DataEnd,
        Trailer,
        Complete,
        Refused,
    };
    enum class Line { Whole, Partial, TooLong, Broken };
    /// What one step did: stopped with an outcome, or the next state may go on with the input.
    using Step = std::optional<Outcome>;

    Outcome refuse(Status status);
    Line take_line(std::string_view& input, std::size_t limit);
    Step step(std::string_view& input);
    Step on_request_line(std::string_view& input);
    Step on_field(std::string_view& input);
    Step on_body_start();
    Step on_chunk_size(std::string_view& input);
    Step on_data(std::string_view& input, State after);
    Step on_data_end(std::string_view& input);
    Step on_trailer(std::string_view& input);
    Step read_request_line();
    Step finish_head();
    Step read_framing();
    Step read_chunk_size();

    HeadLimits limits_;
    State state_ = State::RequestLine;
    Status refusal_ = Status::BadRequest;
    std::string line_;  ///< the line so far, without its end
    bool skipped_ = false;
    int minor_version_ = 1;
    std::size_t section_bytes_ = 0;
    std::size_t framing_bytes_ = 0;
    RequestHead head_;
    std::string body_;
    std::size_t body_limit_ = 0;
    std::uint64_t remaining_ = 0;  ///< of the body or of the chunk
};

}  // namespace madoguchi::api::http
