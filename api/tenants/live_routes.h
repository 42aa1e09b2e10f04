// Routes that are made of a tenant's registry, and made anew when its file has changed: a character
// that is registered prints with the next request.
#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "api/http/router.h"
#include "api/tenants/file_stamp.h"
#include "api/tenants/tenant.h"

namespace madoguchi::api {

/// Used from many threads. A request keeps the routes that it began with; whoever asks while new
/// ones are made waits, so that nobody prints by a registry that is known to be old.
class LiveRoutes {
  public:
    /// Everything that depends on the registry (fonts, prepared forms) is made in here.
    using Make = std::function<Result<http::Router>(const Tenant&)>;
    /// Hears once of each state of the file that cannot be used.
    using Tell = std::function<void(const Diagnostics&)>;

    /// Fails when the registry cannot be read or no routes be made of it at the start.
    static Result<std::shared_ptr<LiveRoutes>> open(TenantSettings settings, Make make, Tell tell);

    /// Of the registry as it is now or, when that cannot be used, of the last one that could.
    std::shared_ptr<const http::Router> current();

  private:
    LiveRoutes(TenantSettings settings, Make make, Tell tell);
    Result<Done> renew();

    const TenantSettings settings_;
    const Make make_;
    const Tell tell_;
    std::mutex mutex_;
    FileStamp seen_;
    bool has_registry_ = false;
    std::shared_ptr<const http::Router> routes_;
};

/// The same paths at every time; which handler answers is asked at each request.
void mount_live(http::Router& router, std::shared_ptr<LiveRoutes> live);

}  // namespace madoguchi::api
