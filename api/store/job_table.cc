#include "api/store/job_table.h"

#include <string>
#include <utility>

#include "api/jobs/job_text.h"
#include "api/store/failure.h"

namespace madoguchi::api::store {

namespace {

using jobs::Job;

Diagnostic damaged() {
    return store_failure("store.damaged",
                         {"処理待ちの記録が壊れています。", "The record of a job is damaged."});
}

/// What stands beside the sealed text.
struct Row {
    std::string id, kind, state, waits_for, created_at, not_before, lease_until, payload;
    int priority = 0, version = 0;
};

std::string record_of(const std::string& id, int version) {
    return id + '/' + std::to_string(version);
}

Row row_of(const Transaction& transaction, const Job& job, int version) {
    return {
        .id = job.id,
        .kind = job.kind,
        .state = std::string(jobs::word_of(job.state)),
        .waits_for = std::string(jobs::word_of(job.window)),
        .created_at = job.created_at,
        .not_before = job.not_before,
        .lease_until = job.lease_until,
        .payload = transaction.seal("job", record_of(job.id, version), jobs::write_payload(job)),
        .priority = job.priority,
        .version = version};
}

/// The sealed half, unless the columns say something else.
Result<Job> job_of(const Transaction& transaction, const Row& row) {
    const std::optional<std::string> text =
        transaction.open("job", record_of(row.id, row.version), row.payload);
    Job job;
    if (!text || !jobs::read_payload(*text, job)) return damaged();
    job.id = row.id;
    job.version = row.version;
    const bool agrees = row.kind == job.kind && row.state == jobs::word_of(job.state) &&
                        row.waits_for == jobs::word_of(job.window) &&
                        row.priority == job.priority && row.created_at == job.created_at &&
                        row.not_before == job.not_before && row.lease_until == job.lease_until;
    if (!agrees) return damaged();
    return job;
}

constexpr const char* columns =
    "select id, kind, state, waits_for, created_at, not_before, lease_until, payload, priority, "
    "version from job ";

/// Binds the columns of a statement that begins with `columns`.
soci::details::prepare_temp_type prepared(Transaction& transaction, const std::string& rest,
                                          Row& row) {
    return (transaction.session.sql.prepare << columns + rest, soci::into(row.id),
            soci::into(row.kind), soci::into(row.state), soci::into(row.waits_for),
            soci::into(row.created_at), soci::into(row.not_before), soci::into(row.lease_until),
            soci::into(row.payload), soci::into(row.priority), soci::into(row.version));
}

Result<std::optional<Job>> first(Transaction& transaction, soci::statement& found, const Row& row) {
    if (!found.execute(true)) return std::optional<Job>();
    Job job = TRY(job_of(transaction, row));
    return std::optional(std::move(job));
}

}  // namespace

Result<Done> add_job(Transaction& transaction, const Job& job) {
    const Row row = row_of(transaction, job, job.version);
    transaction.session.sql
        << "insert into job (id, kind, state, waits_for, priority, created_at, not_before, "
           "lease_until, version, payload) values (:id, :kind, :state, :waits_for, :priority, "
           ":created_at, :not_before, :lease_until, :version, :payload)",
        soci::use(row.id), soci::use(row.kind), soci::use(row.state), soci::use(row.waits_for),
        soci::use(row.priority), soci::use(row.created_at), soci::use(row.not_before),
        soci::use(row.lease_until), soci::use(row.version), soci::use(row.payload);
    return Done{};
}

Result<int> change_job(Transaction& transaction, const Job& job) {
    const Row row = row_of(transaction, job, job.version + 1);
    soci::statement change =
        (transaction.session.sql.prepare
             << "update job set state = :state, priority = :priority, not_before = :not_before, "
                "lease_until = :lease_until, version = :next, payload = :payload "
                "where id = :id and version = :version",
         soci::use(row.state), soci::use(row.priority), soci::use(row.not_before),
         soci::use(row.lease_until), soci::use(row.version), soci::use(row.payload),
         soci::use(row.id), soci::use(job.version));
    change.execute(true);
    if (change.get_affected_rows() == 1) return row.version;
    return store_failure("store.changed-meanwhile",
                         {"この処理は、その間に変わりました。", "The job has changed meanwhile."});
}

Result<std::optional<Job>> find_job(Transaction& transaction, std::string_view id) {
    Row row;
    const std::string wanted(id);
    soci::statement found = (prepared(transaction, "where id = :id", row), soci::use(wanted));
    return first(transaction, found, row);
}

Result<std::vector<Job>> all_jobs(Transaction& transaction) {
    std::vector<Job> found;
    Row row;
    soci::statement all = (prepared(transaction, "order by created_at desc, id", row));
    all.execute();
    while (all.fetch()) {
        Job job = TRY(job_of(transaction, row));
        found.push_back(std::move(job));
    }
    return found;
}

Result<std::optional<Job>> next_job(Transaction& transaction, const std::string& now, bool closed) {
    Row row;
    const bool locks = transaction.session.dialect == Dialect::Postgresql;
    const std::string window = closed ? "closed" : "any";
    soci::statement next =
        (prepared(transaction,
                  std::string("where ((state = 'waiting' and not_before <= :now) or "
                              "(state = 'running' and lease_until <= :now2)) "
                              "and (waits_for = 'any' or waits_for = :window) "
                              "order by priority desc, created_at, id limit 1") +
                      (locks ? " for update skip locked" : ""),
                  row),
         soci::use(now), soci::use(now), soci::use(window));
    return first(transaction, next, row);
}

}  // namespace madoguchi::api::store
