#include "api/http/connection.h"

#include <algorithm>

namespace madoguchi::api::http {
namespace {

/// What a client may send ahead of our answer, and what is read of a request that was refused.
constexpr std::size_t waiting_limit = std::size_t{64} << 10;
constexpr std::size_t discard_limit = std::size_t{1} << 20;
/// A reader that is slower than this for the whole of an answer is not waited for.
constexpr std::size_t slowest_bytes_per_second = std::size_t{64} << 10;

}  // namespace

Connection::Connection(std::uint64_t key, Socket socket, std::string peer,
                       const ConnectionContext& context)
    : context_(context),
      key_(key),
      peer_(std::move(peer)),
      socket_(std::move(socket)),
      until_(Clock::now() + context.limits.head),
      memory_(context.memory) {}

void Connection::enter(Phase phase, Clock::duration allowed) {
    phase_ = phase;
    until_ = Clock::now() + allowed;
}

void Connection::shut() {
    phase_ = Phase::Closed;
    socket_.shut();
    body_out_.reset();
    memory_.hold(0);
}

void Connection::reset() {
    socket_.reset();
    shut();
}

void Connection::close() {
    const std::lock_guard lock(mutex_);
    shut();
}

void Connection::peer_closed() {
    close();
}

void Connection::close_if_idle() {
    const std::lock_guard lock(mutex_);
    if (phase_ == Phase::Idle) shut();
}

bool Connection::in_flight() {
    const std::lock_guard lock(mutex_);
    return phase_ == Phase::Body || phase_ == Phase::Working || phase_ == Phase::Writing;
}

void Connection::receive(std::string_view bytes) {
    const std::lock_guard lock(mutex_);
    switch (phase_) {
        case Phase::Closed:
            return;
        case Phase::Lingering:
            return discard(bytes.size());
        case Phase::Working:
        case Phase::Writing:
            if (waiting_.size() + bytes.size() > waiting_limit) return reset();
            waiting_ += bytes;
            return;
        case Phase::Idle:
        case Phase::Head:
        case Phase::Body:
            advance(bytes);
            return advance_waiting();
    }
}

/// Reads requests until the input ends or one is under way; the rest waits.
void Connection::advance(std::string_view input) {
    while (phase_ == Phase::Idle || phase_ == Phase::Head || phase_ == Phase::Body) {
        if (phase_ == Phase::Idle) {
            if (input.empty()) return;
            enter(Phase::Head, context_.limits.head);
        }
        switch (parser_.consume(input)) {
            case RequestParser::Outcome::NeedInput:
                return on_body_progress();
            case RequestParser::Outcome::Head:
                on_head();
                break;
            case RequestParser::Outcome::Complete:
                on_complete();
                break;
            case RequestParser::Outcome::Refused:
                refuse(parser_.refusal());
                break;
        }
    }
    if (phase_ == Phase::Lingering) return discard(input.size());
    if (input.size() > waiting_limit) return reset();
    waiting_ += input;
}

void Connection::advance_waiting() {
    while (phase_ == Phase::Idle && !waiting_.empty()) {
        const std::string input = std::exchange(waiting_, {});
        advance(input);
    }
}

void Connection::on_head() {
    const RequestHead& head = parser_.head();
    exchange_.number += 1;
    exchange_.ending = head.keep_alive == KeepAlive::Yes ? Ending::KeepAlive : Ending::Close;
    const bool has_body = head.framing != BodyFraming::None;
    const bool expects_continue = head.expects_continue && has_body;
    auto outcome = context_.dispatcher.admit(parser_.take_head(), peer_);
    if (Refused* refusal = std::get_if<Refused>(&outcome)) {
        // The body's bytes stay unread, so nothing after them can be understood.
        if (has_body) exchange_.ending = Ending::Close;
        exchange_.request = std::move(refusal->request);
        return respond(std::move(refusal->response));
    }
    admitted_ = std::move(std::get<Admitted>(outcome));
    exchange_.request = admitted_.request;
    parser_.limit_body(admitted_.body_limit);
    total_until_ = Clock::now() + context_.limits.body_total;
    enter(Phase::Body, context_.limits.body_pause);
    // These few bytes fit into the empty buffer of a client that waits for them.
    if (expects_continue) socket_.send("HTTP/1.1 100 Continue\r\n\r\n", {});
}

void Connection::on_body_progress() {
    if (phase_ != Phase::Body) return;
    until_ = std::min(Clock::now() + context_.limits.body_pause, total_until_);
    if (memory_.hold(parser_.body_size()) == MemoryBudget::Share::Held::OverBudget) {
        refuse(Status::ServiceUnavailable);
    }
}

void Connection::on_complete() {
    exchange_.request->body = parser_.take_body();
    enter(Phase::Working, Clock::duration::max() / 4);
    const std::uint64_t number = exchange_.number;
    const std::weak_ptr<Connection> self = weak_from_this();
    Reply reply{.wanted =
                    [self, number] {
                        const auto connection = self.lock();
                        return connection && connection->awaits(number);
                    },
                .send =
                    [self, number](Response response) {
                        if (const auto connection = self.lock()) {
                            connection->answer_from_worker(number, std::move(response));
                        }
                    }};
    auto outcome = context_.dispatcher.dispatch(admitted_, std::move(reply));
    until_ = admitted_.request->deadline;
    if (auto* response = std::get_if<Response>(&outcome)) respond(std::move(*response));
}

/// Nothing more is read after a refusal. Before the head is whole there is no request to answer, so
/// one is made up for its number and its line in the log.
void Connection::refuse(Status status) {
    exchange_.ending = Ending::Close;
    if (phase_ == Phase::Body || phase_ == Phase::Working) {
        return respond(to_response(standard_problem(status), exchange_.request->id));
    }
    exchange_.number += 1;
    Refused refusal = context_.dispatcher.refuse(status, peer_);
    exchange_.request = std::move(refusal.request);
    respond(std::move(refusal.response));
}

bool Connection::awaits(std::uint64_t number) {
    const std::lock_guard lock(mutex_);
    return phase_ == Phase::Working && exchange_.number == number;
}

void Connection::answer_from_worker(std::uint64_t number, Response response) {
    const std::lock_guard lock(mutex_);
    if (phase_ != Phase::Working || exchange_.number != number) return;
    respond(std::move(response));
    advance_waiting();
}

/// Each exchange comes here once: the phase leaves Head, Body or Working for good.
void Connection::respond(Response response) {
    using Held = MemoryBudget::Share::Held;
    if (memory_.hold(response.text().size()) == Held::OverBudget) {
        response = to_response(standard_problem(Status::ServiceUnavailable), exchange_.request->id);
    }
    context_.dispatcher.finish(*exchange_.request, response);
    if (context_.dispatcher.draining()) exchange_.ending = Ending::Close;
    start_writing(std::move(response));
}

void Connection::start_writing(Response response) {
    const std::string_view ending = exchange_.ending == Ending::Close ? "close" : "keep-alive";
    head_out_ = write_head(response, http_date(std::chrono::system_clock::now()), ending);
    body_out_ = exchange_.request->method == Method::Head ? nullptr : std::move(response.body);
    sent_ = 0;
    admitted_ = {};
    enter(Phase::Writing, context_.limits.write_pause);
    const std::size_t bytes = body_out_ ? body_out_->size() : 0;
    total_until_ = until_ + std::chrono::seconds(bytes / slowest_bytes_per_second);
    flush();
}

void Connection::flush() {
    const std::string_view body = body_out_ ? std::string_view(*body_out_) : std::string_view();
    const std::size_t total = head_out_.size() + body.size();
    while (sent_ < total) {
        const std::size_t of_head = std::min(sent_, head_out_.size());
        const auto [sent, bytes] =
            socket_.send(std::string_view(head_out_).substr(of_head), body.substr(sent_ - of_head));
        if (sent == Socket::Sent::Broken) return shut();
        if (sent == Socket::Sent::Full) return context_.watch_writable(shared_from_this());
        sent_ += bytes;
    }
    written();
}

void Connection::written() {
    body_out_.reset();
    memory_.hold(0);
    if (exchange_.ending == Ending::Close) {
        // Closing at once would reset the connection while the client still sends, and take the
        // answer with it (RFC 9112, section 9.6).
        socket_.finish_writing();
        return enter(Phase::Lingering, context_.limits.linger);
    }
    parser_.reset();
    enter(Phase::Idle, context_.limits.idle);
}

void Connection::discard(std::size_t bytes) {
    discarded_ += bytes;
    if (discarded_ > discard_limit) reset();
}

void Connection::writable() {
    const std::lock_guard lock(mutex_);
    if (phase_ != Phase::Writing) return;
    until_ = std::min(Clock::now() + context_.limits.write_pause, total_until_);
    flush();
    advance_waiting();
}

void Connection::tick(Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    if (phase_ == Phase::Closed || now < until_) return;
    switch (phase_) {
        case Phase::Head:
        case Phase::Body:
            return refuse(Status::RequestTimeout);
        case Phase::Working:
            return refuse(Status::GatewayTimeout);
        case Phase::Writing:
            return reset();
        default:
            return shut();
    }
}

}  // namespace madoguchi::api::http
