#include <sys/stat.h>

#include <algorithm>
#include <ostream>
#include <utility>

#include "api/cli/commands.h"
#include "api/cli/report.h"
#include "api/files/output_file.h"
#include "api/store/audit_table.h"
#include "api/store/settings.h"
#include "api/tenants/register.h"
#include "templates/json/value.h"

namespace madoguchi::api::cli {

namespace {

constexpr const char* operators = "operator";

int stop(const Diagnostics& findings, Streams streams) {
    report(findings, FindingsFormat::Lines, streams);
    return stopped;
}

Result<std::unique_ptr<store::Store>> open_store(const std::filesystem::path& service) {
    const store::StoreSettings settings = TRY(store::read_store_settings(service));
    return store::Store::open(settings, system_clock());
}

/// The words were checked when they were parsed; empty means the operators'.
TenantId scope_of(const std::string& tenant) {
    return tenant.empty() ? TenantId::control() : *TenantId::parse(tenant);
}

std::vector<std::string> sorted(std::vector<std::string> modules) {
    std::sort(modules.begin(), modules.end());
    modules.erase(std::unique(modules.begin(), modules.end()), modules.end());
    return modules;
}

int end(const Result<Done>& outcome, Streams streams) {
    return outcome.ok() ? done : stop(outcome.findings(), streams);
}

Result<Done> create_store(const StoreCreateCommand& command) {
    const store::StoreSettings settings = TRY(store::read_store_settings(command.service));
    return store::Store::create(settings);
}

Result<Done> create(const TenantCreateCommand& command) {
    const auto opened = TRY(open_store(command.service));
    const TenantRecord tenant{
        *TenantId::parse(command.id), command.name, {}, sorted(command.modules), 1};
    return create_tenant(*opened, tenant, operators);
}

Result<Done> change(const TenantChangeCommand& command) {
    const auto opened = TRY(open_store(command.service));
    TenantRecord tenant = TRY(get_tenant(*opened, *TenantId::parse(command.id)));
    if (command.name) tenant.name = *command.name;
    if (command.modules) tenant.modules = sorted(*command.modules);
    if (command.suspended)
        tenant.state =
            *command.suspended ? TenantRecord::State::Suspended : TenantRecord::State::Active;
    return change_tenant(*opened, tenant, operators);
}

Result<Done> list(const TenantListCommand& command, Streams streams) {
    const auto opened = TRY(open_store(command.service));
    const std::vector<TenantRecord> tenants = TRY(list_tenants(*opened));
    for (const TenantRecord& tenant : tenants) {
        streams.out << tenant.id.text() << '\t' << tenant.name << '\t'
                    << (tenant.state == TenantRecord::State::Active ? "利用中" : "停止中") << '\t';
        for (const std::string& module : tenant.modules)
            streams.out << (module == tenant.modules.front() ? "" : ",") << module;
        streams.out << '\n';
    }
    return Done{};
}

Result<Done> add_key(const MasterKeyCommand& command) {
    const store::StoreSettings settings = TRY(store::read_store_settings(command.service));
    return add_master_key(settings.master_key, command.name);
}

Result<Done> rotate(const KeyRotateCommand& command, Streams streams) {
    const auto opened = TRY(open_store(command.service));
    if (!command.tenant.empty())
        return rotate_data_key(*opened, *TenantId::parse(command.tenant), operators);
    const int count = TRY(rewrap_keys(*opened, operators));
    streams.out << count << "個の鍵を包み直しました / " << count << " keys were wrapped anew\n";
    return Done{};
}

/// Whether the scope's trail is whole; a broken one is a finding, not a failure to look.
Result<bool> verify_scope(store::Store& opened, const TenantId& scope, bool checkpoint,
                          Streams streams) {
    const audit::Verdict verdict = TRY(opened.verify_trail(scope));
    const std::string name = scope.is_control() ? "（運用者）" : scope.text();
    streams.out << name << '\t' << verdict.entries << "件\t"
                << (verdict.is_whole() ? "正しい / whole" : "誤りあり / broken") << '\n';
    report(verdict.findings, FindingsFormat::Lines, streams);
    if (verdict.is_whole() && checkpoint) {
        TRY(opened.write_checkpoint(scope));
    }
    return verdict.is_whole();
}

Result<bool> verify(const AuditVerifyCommand& command, Streams streams) {
    const auto opened = TRY(open_store(command.service));
    std::vector<TenantId> scopes = {scope_of(command.tenant)};
    if (command.tenant.empty()) {
        const std::vector<TenantRecord> tenants = TRY(list_tenants(*opened));
        for (const TenantRecord& tenant : tenants)
            scopes.push_back(tenant.id);
    }
    bool all = true;
    for (const TenantId& scope : scopes) {
        const bool whole = TRY(verify_scope(*opened, scope, command.checkpoint, streams));
        all = all && whole;
    }
    return all;
}

std::string line_of(const audit::KeptEntry& entry, const std::string& details) {
    namespace json = templates::json;
    std::string line = "{\"sequence\":" + std::to_string(entry.sequence);
    const std::pair<const char*, const std::string*> texts[] = {{"occurredAt", &entry.occurred_at},
                                                                {"actor", &entry.actor},
                                                                {"action", &entry.action},
                                                                {"subject", &entry.subject},
                                                                {"chain", &entry.chain}};
    for (const auto& [name, text] : texts) {
        line += std::string(",\"") + name + "\":";
        json::append_string(line, *text);
    }
    return line + ",\"details\":" + details + "}\n";
}

/// The export is itself an act that the trail tells of.
Result<Done> export_trail(const AuditExportCommand& command) {
    const auto opened = TRY(open_store(command.service));
    const TenantId scope = scope_of(command.tenant);
    ::umask(S_IRWXG | S_IRWXO);  // what was done to whom is for its owner alone
    OutputFile file = TRY(OutputFile::create(command.output));
    TRY(opened->write(scope, [&](store::Transaction& transaction) -> Result<Done> {
        TRY(transaction.note({operators, "audit.exported", "tenant:" + scope.text(), "{}"}));
        store::AuditTable table(transaction.session);
        return table.each(1, [&](const audit::KeptEntry& entry) -> Result<Done> {
            const std::string details = TRY(audit::details_of(entry, scope, transaction.keys));
            return file.write(line_of(entry, details));
        });
    }));
    return file.commit();
}

}  // namespace

int run(const StoreCreateCommand& command, Streams streams) {
    return end(create_store(command), streams);
}
int run(const TenantCreateCommand& command, Streams streams) {
    return end(create(command), streams);
}
int run(const TenantChangeCommand& command, Streams streams) {
    return end(change(command), streams);
}
int run(const TenantListCommand& command, Streams streams) {
    return end(list(command, streams), streams);
}
int run(const MasterKeyCommand& command, Streams streams) {
    return end(add_key(command), streams);
}
int run(const KeyRotateCommand& command, Streams streams) {
    return end(rotate(command, streams), streams);
}
int run(const AuditVerifyCommand& command, Streams streams) {
    const Result<bool> whole = verify(command, streams);
    if (!whole.ok()) return stop(whole.findings(), streams);
    return *whole ? done : stopped;
}
int run(const AuditExportCommand& command, Streams streams) {
    return end(export_trail(command), streams);
}

}  // namespace madoguchi::api::cli
