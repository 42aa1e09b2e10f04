// One client's connection: its bytes in order, one request at a time, each answer to its request.
//
// Three kinds of threads meet here under one lock: a reader brings bytes, a worker brings an
// answer, the wire thread (wire.h) continues writing and watches the clock. Every ending goes the
// same way: the socket is shut, the reader sees the end and calls peer_closed().
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "api/http/dispatcher.h"
#include "api/http/memory_budget.h"
#include "api/http/request_parser.h"
#include "api/http/socket.h"

namespace madoguchi::api::http {

class Connection;

/// What all connections share; outlives them.
struct ConnectionContext {
    Dispatcher& dispatcher;
    MemoryBudget& memory;
    const PortLimits& limits;
    /// Asks for a call of writable() when the socket takes bytes again. Called under the
    /// connection's lock.
    std::function<void(const std::shared_ptr<Connection>&)> watch_writable;
};

class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(std::uint64_t key, Socket socket, std::string peer,
               const ConnectionContext& context);

    void receive(std::string_view bytes);
    void peer_closed();
    void writable();
    /// Ends what has taken too long.
    void tick(Clock::time_point now);
    /// While draining: closes unless a request has begun.
    void close_if_idle();
    void close();

    /// A request was admitted and its answer is not yet sent.
    bool in_flight();
    std::uint64_t key() const { return key_; }
    int descriptor() const { return socket_.descriptor(); }

  private:
    enum class Phase { Idle, Head, Body, Working, Writing, Lingering, Closed };
    enum class Ending { KeepAlive, Close };
    struct Exchange {
        std::uint64_t number = 0;
        std::shared_ptr<Request> request;
        Ending ending = Ending::KeepAlive;
    };

    void advance(std::string_view input);
    void advance_waiting();
    void on_head();
    void on_body_progress();
    void on_complete();
    void refuse(Status status);
    void answer_from_worker(std::uint64_t number, Response response);
    bool awaits(std::uint64_t number);
    void respond(Response response);
    void start_writing(Response response);
    void flush();
    void written();
    void discard(std::size_t bytes);
    void enter(Phase phase, Clock::duration allowed);
    void shut();
    /// For a client that floods or takes nothing.
    void reset();

    const ConnectionContext& context_;
    const std::uint64_t key_;
    const std::string peer_;
    std::mutex mutex_;
    Socket socket_;
    RequestParser parser_;
    Phase phase_ = Phase::Idle;
    Clock::time_point until_;        ///< when the phase ends by itself
    Clock::time_point total_until_;  ///< when the whole body must be here, or the answer there
    Admitted admitted_;
    Exchange exchange_;
    MemoryBudget::Share memory_;
    std::string waiting_;  ///< what came while a request was being answered
    std::size_t discarded_ = 0;
    std::string head_out_;
    Body body_out_;
    std::size_t sent_ = 0;
};

}  // namespace madoguchi::api::http
