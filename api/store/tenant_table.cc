#include "api/store/tenant_table.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "api/keys/sealing.h"
#include "api/store/failure.h"

namespace madoguchi::api::store {

namespace {

using State = TenantRecord::State;

constexpr const char* active = "active";
constexpr const char* suspended = "suspended";

std::string word_of(State state) {
    return state == State::Active ? active : suspended;
}

/// Module ids hold no comma.
std::string joined(const std::vector<std::string>& modules) {
    std::string text;
    for (const std::string& module : modules) {
        if (!text.empty()) text += ',';
        text += module;
    }
    return text;
}

std::vector<std::string> parted(const std::string& text) {
    std::vector<std::string> modules;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        modules.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return modules;
}

Diagnostic damaged() {
    return store_failure("store.damaged",
                         {"自治体の登録が壊れています。", "The register of tenants is damaged."});
}

struct Row {
    std::string id, name, state, modules;
    int version = 0;
    std::string proof;
};

Row row_of(const TenantRecord& tenant, int version) {
    return {tenant.id.text(),       tenant.name, word_of(tenant.state),
            joined(tenant.modules), version,     ""};
}

std::string proof_for(const Row& row, const SecretKey& key) {
    return proof_of({row.name, row.state, row.modules, std::to_string(row.version)}, key,
                    {TenantId::control().text(), "tenant", row.id});
}

Result<TenantRecord> record_of(const Row& row, const SecretKey& proof) {
    const auto id = TenantId::parse(row.id);
    if (!id || row.proof != proof_for(row, proof)) return damaged();
    return TenantRecord{*id, row.name, row.state == active ? State::Active : State::Suspended,
                        parted(row.modules), row.version};
}

constexpr const char* columns = "select id, name, state, modules, version, proof from tenant ";

}  // namespace

Result<Done> add_tenant(Session& session, const TenantRecord& tenant, const SecretKey& proof) {
    const Row row = row_of(tenant, tenant.version);
    const std::string proven = proof_for(row, proof);
    session.sql << "insert into tenant (id, name, state, modules, version, proof) "
                   "values (:id, :name, :state, :modules, :version, :proof)",
        soci::use(row.id), soci::use(row.name), soci::use(row.state), soci::use(row.modules),
        soci::use(row.version), soci::use(proven);
    return Done{};
}

Result<int> change_tenant(Session& session, const TenantRecord& tenant, const SecretKey& proof) {
    const int next = tenant.version + 1;
    const Row row = row_of(tenant, next);
    const std::string proven = proof_for(row, proof);
    soci::statement change =
        (session.sql.prepare << "update tenant set name = :name, state = :state, "
                                "modules = :modules, version = :next, proof = :proof "
                                "where id = :id and version = :version",
         soci::use(row.name), soci::use(row.state), soci::use(row.modules), soci::use(next),
         soci::use(proven), soci::use(row.id), soci::use(tenant.version));
    change.execute(true);
    if (change.get_affected_rows() == 1) return next;
    return store_failure("store.changed-meanwhile",
                         {"ほかの人が先に変更したか、削除されています。読み直してください。",
                          "Somebody else has changed or removed it. Read it again."});
}

Result<std::optional<TenantRecord>> find_tenant(Session& session, const TenantId& id,
                                                const SecretKey& proof) {
    Row row;
    session.sql << std::string(columns) + "where id = :id", soci::use(id.text()),
        soci::into(row.id), soci::into(row.name), soci::into(row.state), soci::into(row.modules),
        soci::into(row.version), soci::into(row.proof);
    if (!session.sql.got_data()) return std::optional<TenantRecord>();
    TenantRecord record = TRY(record_of(row, proof));
    return std::optional(std::move(record));
}

Result<std::vector<TenantRecord>> all_tenants(Session& session, const SecretKey& proof) {
    std::vector<TenantRecord> tenants;
    Row row;
    soci::statement all = (session.sql.prepare << std::string(columns) + "order by id",
                           soci::into(row.id), soci::into(row.name), soci::into(row.state),
                           soci::into(row.modules), soci::into(row.version), soci::into(row.proof));
    all.execute();
    while (all.fetch()) {
        TenantRecord tenant = TRY(record_of(row, proof));
        tenants.push_back(std::move(tenant));
    }
    return tenants;
}

Result<TenantRecord> tenant_of_row(const std::vector<std::string>& texts) {
    const auto id = texts.size() == 6 ? TenantId::parse(texts[0]) : std::nullopt;
    const int version = id ? std::atoi(texts[4].c_str()) : 0;
    if (version < 1 || (texts[2] != active && texts[2] != suspended)) return damaged();
    const State state = texts[2] == active ? State::Active : State::Suspended;
    return TenantRecord{*id, texts[1], state, parted(texts[3]), version};
}

}  // namespace madoguchi::api::store
