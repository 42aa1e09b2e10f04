#include "api/store/tenant_table.h"

#include <string>
#include <utility>

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

struct Row {
    std::string id, name, state, modules;
    int version = 0;
};

Result<TenantRecord> record_of(const Row& row) {
    const auto id = TenantId::parse(row.id);
    if (!id || (row.state != active && row.state != suspended))
        return store_failure("store.damaged", {"自治体の登録が壊れています。",
                                               "The register of tenants is damaged."});
    return TenantRecord{*id, row.name, row.state == active ? State::Active : State::Suspended,
                        parted(row.modules), row.version};
}

constexpr const char* columns = "select id, name, state, modules, version from tenant ";

}  // namespace

Result<Done> add_tenant(Session& session, const TenantRecord& tenant) {
    const std::string state = word_of(tenant.state), modules = joined(tenant.modules);
    session.sql << "insert into tenant (id, name, state, modules, version) "
                   "values (:id, :name, :state, :modules, :version)",
        soci::use(tenant.id.text()), soci::use(tenant.name), soci::use(state), soci::use(modules),
        soci::use(tenant.version);
    return Done{};
}

Result<int> change_tenant(Session& session, const TenantRecord& tenant) {
    const std::string state = word_of(tenant.state), modules = joined(tenant.modules);
    const int next = tenant.version + 1;
    soci::statement change =
        (session.sql.prepare << "update tenant set name = :name, state = :state, "
                                "modules = :modules, version = :next "
                                "where id = :id and version = :version",
         soci::use(tenant.name), soci::use(state), soci::use(modules), soci::use(next),
         soci::use(tenant.id.text()), soci::use(tenant.version));
    change.execute(true);
    if (change.get_affected_rows() == 1) return next;
    return store_failure("store.changed-meanwhile",
                         {"ほかの人が先に変更したか、削除されています。読み直してください。",
                          "Somebody else has changed or removed it. Read it again."});
}

Result<std::optional<TenantRecord>> find_tenant(Session& session, const TenantId& id) {
    Row row;
    session.sql << std::string(columns) + "where id = :id", soci::use(id.text()),
        soci::into(row.id), soci::into(row.name), soci::into(row.state), soci::into(row.modules),
        soci::into(row.version);
    if (!session.sql.got_data()) return std::optional<TenantRecord>();
    TenantRecord record = TRY(record_of(row));
    return std::optional(std::move(record));
}

Result<std::vector<TenantRecord>> all_tenants(Session& session) {
    std::vector<TenantRecord> tenants;
    Row row;
    soci::statement all = (session.sql.prepare << std::string(columns) + "order by id",
                           soci::into(row.id), soci::into(row.name), soci::into(row.state),
                           soci::into(row.modules), soci::into(row.version));
    all.execute();
    while (all.fetch()) {
        TenantRecord tenant = TRY(record_of(row));
        tenants.push_back(std::move(tenant));
    }
    return tenants;
}

}  // namespace madoguchi::api::store
