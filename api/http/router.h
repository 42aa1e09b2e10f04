// Which handler answers which path.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/response.h"

namespace madoguchi::api::http {

/// Which threads serve a route. Quick ones (health, the studio's files) have their own, so that
/// they answer however much is being drawn, and they go on while the service drains.
enum class Lane { Quick, Work };

struct RouteOptions {
    Lane lane = Lane::Work;
    /// A larger body is refused with 413 as soon as its size is known. 0: no body at all.
    std::size_t body_limit = 0;
    /// Media types of the body, without parameters; a body of another type, or in another charset
    /// than UTF-8, is refused with 415.
    std::vector<std::string> media_types;
    std::chrono::milliseconds deadline{30'000};
};

struct Route {
    Method method = Method::Get;
    std::string pattern;
    Handler handler;
    RouteOptions options;
};

struct RouteMatch {
    const Route* route = nullptr;  ///< null: no such path, or not with this method
    std::vector<Parameter> parameters;
    /// What the path can be asked with; empty when there is no such path.
    std::vector<Method> allowed;
};

/// Filled once at start, then read by all threads. Matching looks at each segment once: a literal
/// segment wins over a parameter and is not reconsidered.
class Router {
  public:
    Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;
    ~Router();

    /// "/v1/forms/{id}/documents.pdf": segments are literal text or one {parameter}. Adding a route
    /// twice, or two names for one place, is a programmer's error (assertion).
    void add(Method method, std::string pattern, Handler handler, RouteOptions options = {});

    /// HEAD is answered by the GET route of the same path.
    RouteMatch match(Method method, const std::vector<std::string>& segments) const;

    /// All of them, in the order of their paths; they live as long as the router.
    std::vector<const Route*> routes() const;

  private:
    struct Node;
    std::unique_ptr<Node> root_;
};

/// "GET, HEAD, OPTIONS" for the Allow field (RFC 9110, section 10.2.1).
std::string allow_field(const std::vector<Method>& methods);

}  // namespace madoguchi::api::http
