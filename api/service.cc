#include "api/service.h"
#include "api/backgrounds/handlers.h"

#include <ostream>
#include <utility>

#include "api/characters/character_sets.h"
#include "api/characters/file_handlers.h"
#include "api/characters/handlers.h"
#include "api/files/input_file.h"
#include "api/forms/handlers.h"
#include "api/forms/shelf.h"
#include "api/http/assets.h"
#include "api/http/health.h"
#include "api/http/termination.h"
#include "api/middleware/pipeline.h"
#include "api/places.h"
#include "api/tenants/handlers.h"
#include "api/tenants/live_routes.h"
#include "fonts/installed_fonts.h"
#include "templates/json/value.h"

namespace madoguchi::api {

namespace {

constexpr std::chrono::seconds drain_patience{30};

void mount_description(http::Router& router, std::string text) {
    const auto description = std::make_shared<const std::string>(std::move(text));
    router.add(http::Method::Get, "/openapi.json",
               [description](const http::Request&) {
                   return http::Response{.content_type = "application/json", .body = description};
               },
               {.lane = http::Lane::Quick});
}

/// What does not change while the service runs.
struct Shared {
    std::filesystem::path tenant;
    templates::Catalogue catalogue;
    std::shared_ptr<const fonts::MjTable> table;
    CharacterSets sets;
};

/// What prints, draws or reads the tenant's own characters.
Result<http::Router> tenant_routes(const Shared& shared, const Tenant& tenant) {
    const fonts::FontLibrary fonts =
        TRY(fonts::open_installed_fonts({.gaiji = tenant.gaiji, .sets = shared.sets}));
    http::Router router;
    mount_forms(router, std::make_shared<FormShelf>(shared.catalogue, fonts));
    mount_characters(router, {shared.table, fonts.mincho, tenant.id, tenant.registry, shared.sets});
    mount_character_files(router,
                          {.tenant = tenant,
                           .table = [table = shared.table] { return Result(table); },
                           .sets = [sets = shared.sets] { return Result<CharacterSets>(sets); }},
                          shared.tenant);
    return router;
}

LiveRoutes::Tell tell_log(middleware::LogSink log) {
    return [log = std::move(log)](const Diagnostics& findings) {
        for (const Diagnostic& finding : findings) {
            log(templates::json::write({templates::json::Object{{"event", {"registry-unusable"}},
                                                                {"finding", {to_line(finding)}}}},
                                       templates::json::Layout::Compact));
        }
    };
}

http::Application make_application(http::Router router, http::SharedReadiness readiness) {
    http::Application application{.router = std::move(router), .readiness = std::move(readiness)};
    const auto pipeline = std::make_shared<const middleware::Pipeline>(
        middleware::standard_pipeline(middleware::standard_error_log()));
    application.around = [pipeline](const http::Request& request, const http::Handler& handler) {
        return pipeline->run(request, handler);
    };
    application.finish = [pipeline](const http::Request& request, http::Response& response) {
        pipeline->complete(request, response);
    };
    return application;
}

}  // namespace

Result<http::Router> make_routes(const ServiceSettings& settings, http::SharedReadiness readiness,
                                 middleware::LogSink log) {
    const Places places = find_places();
    http::Router router;
    http::mount_health(router, std::move(readiness));
    std::string description = TRY(read_file(places.openapi));
    mount_description(router, std::move(description));
    TenantSettings tenant = TRY(read_tenant_settings(settings.tenant));
    mount_backgrounds(router, installed_page_reader());
    mount_tenant(router, {.id = tenant.id, .name = tenant.name});
    CharacterSets sets = TRY(character_sets_in_use(settings.character_sets));
    templates::Catalogue catalogue = TRY(templates::Catalogue::open(places.forms));
    auto table = TRY(fonts::MjTable::open(places.characters));
    const auto make = [shared = Shared{settings.tenant, std::move(catalogue), std::move(table),
                                       std::move(sets)}](const Tenant& now) {
        return tenant_routes(shared, now);
    };
    auto live = TRY(LiveRoutes::open(std::move(tenant), make, tell_log(std::move(log))));
    mount_live(router, std::move(live));
    const std::vector<http::Asset> assets = TRY(http::load_assets(places.studio));
    http::mount_assets(router, assets);
    return router;
}

Result<Done> serve(const ServiceSettings& settings, std::ostream& out) {
    http::Termination termination;
    auto readiness = std::make_shared<std::atomic<http::Readiness>>(http::Readiness::Ready);
    http::Router router = TRY(make_routes(settings, readiness));
    const std::unique_ptr<http::HttpPort> port = http::make_http_port();
    const http::PortSettings port_settings{.address = settings.address,
                                           .port = settings.port,
                                           .exposure = settings.exposure,
                                           .workers = settings.workers};
    const std::uint16_t number =
        TRY(port->start(port_settings, make_application(std::move(router), readiness)));
    out << "窓口を開きました / listening: http://" << settings.address << ':' << number << "/"
        << std::endl;
    termination.wait();
    out << "受付を終えます / closing" << std::endl;
    port->drain(drain_patience);
    port->stop();
    return Done{};
}

}  // namespace madoguchi::api
