// The door of the service: what stands behind it is said here, which library holds it is not.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "api/http/request.h"
#include "api/http/response.h"
#include "api/http/router.h"
#include "base/result.h"

namespace madoguchi::api::http {

/// What health checks ask; shared by the port, which drains, and the health route.
enum class Readiness { Ready, Draining };
using SharedReadiness = std::shared_ptr<std::atomic<Readiness>>;

/// What is served. All members are called from several threads at once.
struct Application {
    Router router;
    /// What stands around a route's handler; in a worker thread (middleware/pipeline.h).
    std::function<Response(const Request&, const Handler&)> around;
    /// The last touch of every answer, whoever gave it: exactly once for each answer that is sent.
    std::function<void(const Request&, Response&)> finish;
    SharedReadiness readiness = std::make_shared<std::atomic<Readiness>>(Readiness::Ready);
};

/// Whether a reverse proxy (deploy/nginx.conf) stands in front and keeps strangers off.
enum class Exposure { LoopbackOnly, BehindProxy };

struct PortLimits {
    std::size_t connections = 4096;
    std::size_t queue = 200;  ///< requests that wait for a worker; one more is answered 503
    std::size_t memory = std::size_t{1} << 30;  ///< of all bodies that are held, both ways
    std::size_t body = std::size_t{32} << 20;   ///< whatever a route allows
    std::chrono::milliseconds head{10'000};     ///< from the first byte, or on a new connection
    std::chrono::milliseconds body_pause{15'000};
    std::chrono::milliseconds body_total{120'000};
    std::chrono::milliseconds idle{60'000};
    std::chrono::milliseconds write_pause{30'000};  ///< a reader that takes nothing for so long
    std::chrono::milliseconds linger{2'000};
};

struct PortSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: any free one
    Exposure exposure = Exposure::LoopbackOnly;
    std::size_t readers = 2;
    std::size_t workers = 2;
    PortLimits limits;
};

class HttpPort {
  public:
    virtual ~HttpPort() = default;

    /// Listens; gives the port's number. Findings: "http.not-loopback", "http.bind",
    /// "http.descriptor-limit", "http.accept-guard", "http.started".
    virtual Result<std::uint16_t> start(const PortSettings& settings, Application application) = 0;

    enum class Drained { Yes, TimeOver };
    /// The health route says 503 from now on, new work is refused with 503, connections are closed
    /// after their answers; returns when nothing is in flight or patience ends.
    virtual Drained drain(std::chrono::milliseconds patience) = 0;

    /// Closes everything. What is still in flight is lost: drain() first.
    virtual void stop() = 0;
};

std::unique_ptr<HttpPort> make_http_port();

}  // namespace madoguchi::api::http
