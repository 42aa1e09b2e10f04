#include <ostream>
#include <utility>

#include "api/cli/commands.h"
#include "api/cli/report.h"
#include "api/places.h"
#include "api/service.h"
#include "templates/catalogue.h"

namespace madoguchi::api::cli {

int run(const FormsCommand&, Streams streams) {
    const auto catalogue = templates::Catalogue::open(find_places().forms);
    if (!catalogue.ok()) {
        report(catalogue.findings(), FindingsFormat::Lines, streams);
        return stopped;
    }
    for (const templates::CatalogueEntry& entry : catalogue->entries()) {
        streams.out << entry.form.id << '\t' << entry.form.version << '\t' << entry.form.title
                    << '\n';
    }
    return done;
}

int run(const ServeCommand& command, Streams streams) {
    const ServiceSettings settings{
        .address = command.address,
        .port = command.port,
        .tenant = command.tenant.empty() ? find_places().demonstration_tenant : command.tenant,
        .workers = command.workers,
        .exposure =
            command.behind_proxy ? http::Exposure::BehindProxy : http::Exposure::LoopbackOnly,
        .character_sets = command.character_sets,
    };
    const Result<Done> served = serve(settings, streams.out);
    if (served.ok()) return done;
    report(served.findings(), FindingsFormat::Lines, streams);
    return stopped;
}

int run(const PrintAndLeave& command, Streams streams) {
    (command.exit_code == 0 ? streams.out : streams.err) << command.text;
    return command.exit_code;
}

}  // namespace madoguchi::api::cli
