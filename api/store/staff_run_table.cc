#include "api/store/staff_run_table.h"

#include "api/store/failure.h"
#include "api/store/payload.h"

namespace madoguchi::api::store {

namespace {

std::string sealed(const Transaction& transaction, const StaffRun& run, int version) {
    PayloadWriter writer;
    writer.put("undone", std::int64_t{run.is_undone});
    writer.put("steps", run.steps);
    return transaction.seal("staff_run", run.id + '/' + std::to_string(version), writer.take());
}

}  // namespace

Result<Done> add_staff_run(Transaction& transaction, const StaffRun& run) {
    const std::string payload = sealed(transaction, run, run.version);
    transaction.session.sql << "insert into staff_run (id, version, payload) "
                               "values (:id, :version, :payload)",
        soci::use(run.id), soci::use(run.version), soci::use(payload);
    return Done{};
}

Result<Done> change_staff_run(Transaction& transaction, const StaffRun& run) {
    const int next = run.version + 1;
    const std::string payload = sealed(transaction, run, next);
    soci::statement change =
        (transaction.session.sql.prepare << "update staff_run set version = :next, "
                                            "payload = :payload "
                                            "where id = :id and version = :version",
         soci::use(next), soci::use(payload), soci::use(run.id), soci::use(run.version));
    change.execute(true);
    if (change.get_affected_rows() == 1) return Done{};
    return store_failure("store.changed-meanwhile",
                         {"その間に取り消されました。", "It was undone meanwhile."});
}

Result<std::optional<StaffRun>> find_staff_run(Transaction& transaction, std::string_view id) {
    StaffRun run;
    run.id = id;
    std::string payload;
    soci::session& sql = transaction.session.sql;
    sql << "select version, payload from staff_run where id = :id", soci::use(run.id),
        soci::into(run.version), soci::into(payload);
    if (!sql.got_data()) return std::optional<StaffRun>();
    const std::optional<std::string> text =
        transaction.open("staff_run", run.id + '/' + std::to_string(run.version), payload);
    int undone = 0;
    if (text) {
        PayloadReader reader(*text);
        reader.get("undone", undone);
        reader.get("steps", run.steps);
        run.is_undone = undone != 0;
        if (reader.sound()) return std::optional(run);
    }
    return store_failure("store.damaged", {"年度替わりの記録が壊れています。",
                                           "The record of a yearly change is damaged."});
}

}  // namespace madoguchi::api::store
