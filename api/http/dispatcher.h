// From a request's head to who answers it: decodes, finds the route, refuses, hands to workers.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "api/http/port.h"
#include "api/http/problem.h"
#include "api/http/request_parser.h"
#include "api/http/worker_pool.h"

namespace madoguchi::api::http {

/// A request that may go on to its body, and where it goes then.
struct Admitted {
    std::shared_ptr<Request> request;
    const Route* route = nullptr;
    std::size_t body_limit = 0;
};

/// A request that is answered without its body.
struct Refused {
    std::shared_ptr<Request> request;
    Response response;
};

/// Where a worker brings its answer.
struct Reply {
    std::function<bool()> wanted;  ///< the client is still there and was not answered meanwhile
    std::function<void(Response)> send;
};

class Dispatcher {
  public:
    /// Starts the workers. Application and settings outlive the dispatcher.
    Dispatcher(const Application& application, const PortSettings& settings);

    std::variant<Admitted, Refused> admit(RequestHead head, const std::string& peer) const;
    /// The same for bytes that are no request.
    Refused refuse(Status status, const std::string& peer) const;

    /// Sets the deadline and queues. When the queue is full: the 503 to send instead.
    std::variant<std::monostate, Response> dispatch(const Admitted& admitted, Reply reply);

    /// Waits for what runs, drops what waits.
    void stop_workers();

    void finish(const Request& request, Response& response) const;
    bool draining() const;

  private:
    Response answer(const Route& route, const Request& request) const;
    Response answer_options(const RouteMatch& match) const;

    const Application& application_;
    const PortSettings& settings_;
    WorkerPool quick_;
    WorkerPool work_;
};

}  // namespace madoguchi::api::http
