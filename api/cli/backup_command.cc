#include <sys/stat.h>

#include <optional>
#include <ostream>

#include "api/cli/commands.h"
#include "api/cli/report.h"
#include "api/store/backup.h"
#include "api/store/settings.h"

namespace madoguchi::api::cli {

namespace {

constexpr const char* operators = "operator";

std::optional<TenantId> named(const std::string& tenant) {
    return tenant.empty() ? std::nullopt : TenantId::parse(tenant);
}

Result<store::Copied> back_up(const BackupCommand& command) {
    const store::StoreSettings settings = TRY(store::read_store_settings(command.service));
    const auto opened = TRY(store::Store::open(settings, system_clock()));
    ::umask(S_IRWXG | S_IRWXO);
    return store::write_backup(*opened, named(command.tenant), command.output, operators);
}

Result<store::Copied> restore(const RestoreCommand& command) {
    const store::StoreSettings settings = TRY(store::read_store_settings(command.service));
    const std::optional<TenantId> tenant = named(command.tenant);
    if (!tenant) return store::restore_all(settings, command.input);
    const auto opened = TRY(store::Store::open(settings, system_clock()));
    return store::restore_tenant(*opened, *tenant, command.input, operators);
}

int told(const Result<store::Copied>& copied, Streams streams) {
    if (!copied.ok()) {
        report(copied.findings(), FindingsFormat::Lines, streams);
        return stopped;
    }
    streams.out << copied->tenants << "自治体、" << copied->rows << "件 / " << copied->tenants
                << " tenants, " << copied->rows << " records\n";
    return done;
}

}  // namespace

int run(const BackupCommand& command, Streams streams) {
    return told(back_up(command), streams);
}
int run(const RestoreCommand& command, Streams streams) {
    return told(restore(command), streams);
}

}  // namespace madoguchi::api::cli
