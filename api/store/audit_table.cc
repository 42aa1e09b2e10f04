#include "api/store/audit_table.h"

#include <string>

namespace madoguchi::api::store {

namespace {

using audit::KeptEntry;

constexpr const char* columns =
    "select sequence, occurred_at, actor, action, subject, details, chain from audit_entry ";

}  // namespace

Result<std::optional<KeptEntry>> AuditTable::last_to_follow() {
    // SQLite's writers take turns anyway.
    if (session_.dialect == Dialect::Postgresql)
        session_.sql << "select pg_advisory_xact_lock(hashtextextended('audit ' || "
                        "current_tenant(), 0))";
    KeptEntry entry;
    long long sequence = 0;
    session_.sql << std::string(columns) + "order by sequence desc limit 1", soci::into(sequence),
        soci::into(entry.occurred_at), soci::into(entry.actor), soci::into(entry.action),
        soci::into(entry.subject), soci::into(entry.details), soci::into(entry.chain);
    if (!session_.sql.got_data()) return std::optional<KeptEntry>();
    entry.sequence = sequence;
    return std::optional(entry);
}

Result<Done> AuditTable::add(const KeptEntry& entry) {
    const long long sequence = entry.sequence;
    session_.sql << "insert into audit_entry "
                    "(sequence, occurred_at, actor, action, subject, details, chain) values "
                    "(:sequence, :occurred_at, :actor, :action, :subject, :details, :chain)",
        soci::use(sequence), soci::use(entry.occurred_at), soci::use(entry.actor),
        soci::use(entry.action), soci::use(entry.subject), soci::use(entry.details),
        soci::use(entry.chain);
    return Done{};
}

Result<Done> AuditTable::each(std::int64_t first,
                              const std::function<Result<Done>(const KeptEntry&)>& visit) {
    KeptEntry entry;
    long long sequence = 0;
    const long long from = first;
    soci::statement rows =
        (session_.sql.prepare << std::string(columns) +
                                     "where sequence >= :first order by sequence",
         soci::use(from), soci::into(sequence), soci::into(entry.occurred_at),
         soci::into(entry.actor), soci::into(entry.action), soci::into(entry.subject),
         soci::into(entry.details), soci::into(entry.chain));
    rows.execute();
    while (rows.fetch()) {
        entry.sequence = sequence;
        TRY(visit(entry));
    }
    return Done{};
}

}  // namespace madoguchi::api::store
