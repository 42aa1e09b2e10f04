#include "api/http/router.h"

#include <cassert>

namespace madoguchi::api::http {
namespace {

bool is_parameter(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::vector<std::string> pattern_segments(std::string_view pattern) {
    assert(pattern.starts_with('/'));
    std::vector<std::string> segments;
    pattern.remove_prefix(1);
    while (!pattern.empty()) {
        const std::size_t end = pattern.find('/');
        segments.emplace_back(pattern.substr(0, end));
        pattern.remove_prefix(end == std::string_view::npos ? pattern.size() : end + 1);
    }
    return segments;
}

}  // namespace

struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> parameter;
    std::string parameter_name;
    std::map<Method, Route> routes;

    void append_routes(std::vector<const Route*>& all) const {
        for (const auto& [method, route] : routes)
            all.push_back(&route);
        for (const auto& [segment, node] : literals)
            node->append_routes(all);
        if (parameter) parameter->append_routes(all);
    }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;
Router::~Router() = default;

void Router::add(Method method, std::string pattern, Handler handler, RouteOptions options) {
    Node* node = root_.get();
    for (const std::string& segment : pattern_segments(pattern)) {
        std::unique_ptr<Node>& next =
            is_parameter(segment) ? node->parameter : node->literals[segment];
        if (!next) next = std::make_unique<Node>();
        if (is_parameter(segment)) {
            const std::string name = segment.substr(1, segment.size() - 2);
            assert(node->parameter_name.empty() || node->parameter_name == name);
            node->parameter_name = name;
        }
        node = next.get();
    }
    assert(!node->routes.contains(method) && "the route exists");
    node->routes[method] = {method, std::move(pattern), std::move(handler), std::move(options)};
}

RouteMatch Router::match(Method method, const std::vector<std::string>& segments) const {
    RouteMatch match;
    const Node* node = root_.get();
    for (const std::string& segment : segments) {
        if (const auto literal = node->literals.find(segment); literal != node->literals.end()) {
            node = literal->second.get();
        } else if (node->parameter) {
            match.parameters.push_back({node->parameter_name, segment});
            node = node->parameter.get();
        } else {
            return {};
        }
    }
    if (node->routes.empty()) return {};
    for (const auto& [known, route] : node->routes) {
        match.allowed.push_back(known);
        if (known == Method::Get) match.allowed.push_back(Method::Head);
    }
    match.allowed.push_back(Method::Options);
    const auto found = node->routes.find(method == Method::Head ? Method::Get : method);
    if (found != node->routes.end()) match.route = &found->second;
    return match;
}

std::vector<const Route*> Router::routes() const {
    std::vector<const Route*> all;
    root_->append_routes(all);
    return all;
}

std::string allow_field(const std::vector<Method>& methods) {
    std::string out;
    for (const Method method : methods) {
        if (!out.empty()) out += ", ";
        out += name_of(method);
    }
    return out;
}

}  // namespace madoguchi::api::http
