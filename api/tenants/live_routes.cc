#include "api/tenants/live_routes.h"

#include <utility>

namespace madoguchi::api {

namespace {

Diagnostic registry_gone(const std::filesystem::path& file) {
    Diagnostic finding{.code = "tenant.registry-gone"};
    finding.message = {"外字の台帳がなくなりました。最後に読めた台帳を使い続けます。",
                       "The registry is gone; the last one that could be read stays in use."};
    finding.origin.source = SourcePlace{.file = file.string()};
    finding.hints.push_back({"台帳のファイルを戻すか、サービスを始め直してください。",
                             "Put the file back, or start the service again."});
    return finding;
}

}  // namespace

LiveRoutes::LiveRoutes(TenantSettings settings, Make make, Tell tell)
    : settings_(std::move(settings)), make_(std::move(make)), tell_(std::move(tell)) {}

Result<std::shared_ptr<LiveRoutes>> LiveRoutes::open(TenantSettings settings, Make make,
                                                     Tell tell) {
    const std::shared_ptr<LiveRoutes> live(
        new LiveRoutes(std::move(settings), std::move(make), std::move(tell)));
    live->seen_ = stamp_of(live->settings_.gaiji);
    TRY(live->renew());
    return live;
}

Result<Done> LiveRoutes::renew() {
    const Tenant tenant = TRY(read_tenant(settings_));
    if (has_registry_ && !tenant.registry) return registry_gone(settings_.gaiji);
    http::Router router = TRY(make_(tenant));
    routes_ = std::make_shared<const http::Router>(std::move(router));
    has_registry_ = tenant.registry != nullptr;
    return Done{};
}

std::shared_ptr<const http::Router> LiveRoutes::current() {
    const std::lock_guard lock(mutex_);
    // Looked at before it is read: a file that changes meanwhile is read again next time.
    const FileStamp stamp = stamp_of(settings_.gaiji);
    if (stamp == seen_) return routes_;
    seen_ = stamp;
    const Result<Done> renewed = renew();
    if (!renewed.ok()) tell_(renewed.findings());
    return routes_;
}

void mount_live(http::Router& router, std::shared_ptr<LiveRoutes> live) {
    const std::shared_ptr<const http::Router> first = live->current();
    for (const http::Route* route : first->routes()) {
        const auto answer = [live](const http::Request& request) {
            const std::shared_ptr<const http::Router> now = live->current();
            return now->match(request.method, request.segments).route->handler(request);
        };
        router.add(route->method, route->pattern, answer, route->options);
    }
}

}  // namespace madoguchi::api
