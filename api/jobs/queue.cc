#include "api/jobs/queue.h"

#include <algorithm>
#include <utility>

#include "api/keys/sodium.h"
#include "api/store/failure.h"
#include "api/store/job_table.h"
#include "templates/json/value.h"

namespace madoguchi::api::jobs {

namespace {

using store::Transaction;

Diagnostic lost() {
    return store::store_failure("jobs.lost", {"この処理は取り消されたか、ほかに引き継がれました。",
                                              "The job was cancelled or taken over."});
}

Diagnostic over() {
    return store::store_failure("jobs.over",
                                {"この処理はもう終わっています。", "The job has ended already."});
}

audit::Entry entry(const std::string& actor, std::string action, const Job& job) {
    std::string details = "{\"kind\":";
    templates::json::append_string(details, job.kind);
    return {actor, std::move(action), "job:" + job.id, details + "}"};
}

constexpr const char* worker = "system:jobs";
constexpr std::size_t id_bytes = 12;

Result<Job> must_find(Transaction& transaction, std::string_view id) {
    std::optional<Job> job = TRY(store::find_job(transaction, id));
    if (job) return *std::move(job);
    return store::store_failure("jobs.unknown",
                                {"この処理はありません。", "There is no such job."});
}

Result<Done> keep(Transaction& transaction, const Job& job) {
    TRY(store::change_job(transaction, job));
    return Done{};
}

}  // namespace

Result<std::string> Queue::put(Transaction& transaction, Job job, const std::string& actor) const {
    job.id = random_text(id_bytes);
    job.state = Job::State::Waiting;
    job.created_at = to_text(clock_());
    if (job.not_before.empty()) job.not_before = job.created_at;
    job.version = 1;
    TRY(store::add_job(transaction, job));
    TRY(transaction.note(entry(actor, "job.put", job)));
    return job.id;
}

Result<std::string> Queue::put(Job job, const std::string& actor) {
    std::string id;
    TRY(store_.write(tenant_, [&](Transaction& transaction) -> Result<Done> {
        id = TRY(put(transaction, job, actor));
        return Done{};
    }));
    return id;
}

Result<std::optional<Job>> Queue::take(const Calendar& calendar) {
    const auto local = std::chrono::local_time<Minutes>(
        std::chrono::floor<Minutes>((clock_() + japan_offset).time_since_epoch()));
    const bool is_closed = !is_open(calendar, local);
    std::optional<Job> taken;
    TRY(store_.write(tenant_, [&](Transaction& transaction) -> Result<Done> {
        for (;;) {
            std::optional<Job> job =
                TRY(store::next_job(transaction, to_text(clock_()), is_closed));
            if (!job) return Done{};
            if (job->attempts < job->most_attempts) {
                job->state = Job::State::Running;
                ++job->attempts;
                job->lease_until = in(rules_.lease);
                job->version = TRY(store::change_job(transaction, *job));
                taken = std::move(job);
                return Done{};
            }
            // Its workers ended without a word, each time.
            job->state = Job::State::Dead;
            job->outcome = "jobs.worker-ended";
            TRY(keep(transaction, *job));
            TRY(transaction.note(entry(worker, "job.dead", *job)));
        }
    }));
    return taken;
}

Result<Job> Queue::change_own(const Job& job, const std::function<void(Job&)>& change) {
    Job changed;
    const Result<Done> outcome =
        store_.write(tenant_, [&](Transaction& transaction) -> Result<Done> {
            changed = TRY(must_find(transaction, job.id));
            if (changed.version != job.version || changed.state != Job::State::Running)
                return lost();
            change(changed);
            changed.version = TRY(store::change_job(transaction, changed));
            if (changed.state == Job::State::Running || changed.state == Job::State::Waiting)
                return Done{};
            return transaction.note(entry(
                worker, "job." + std::string(changed.state == Job::State::Done ? "done" : "dead"),
                changed));
        });
    if (!outcome.ok()) return outcome.findings();
    return changed;
}

Result<Job> Queue::renew(const Job& job, std::int64_t done, std::int64_t total) {
    return change_own(job, [&](Job& own) {
        own.done = done;
        own.total = total;
        own.lease_until = in(rules_.lease);
    });
}

Result<Done> Queue::end(const Job& job, Job::State state, const std::string& outcome) {
    TRY(change_own(job, [&](Job& own) {
        own.state = state;
        own.outcome = outcome;
        own.lease_until.clear();
    }));
    return Done{};
}

Result<Done> Queue::finish(const Job& job, const std::string& outcome) {
    return end(job, Job::State::Done, outcome);
}

Result<Done> Queue::fail(const Job& job, const std::string& outcome) {
    if (job.attempts >= job.most_attempts) return end(job, Job::State::Dead, outcome);
    TRY(change_own(job, [&](Job& own) {
        const int doublings = std::min(own.attempts - 1, 20);
        const std::chrono::minutes wait =
            std::min(rules_.first_retry * (1 << doublings), rules_.longest_retry);
        own.state = Job::State::Waiting;
        own.outcome = outcome;
        own.not_before = in(wait);
        own.lease_until.clear();
    }));
    return Done{};
}

Result<Done> Queue::cancel(std::string_view id, const std::string& actor) {
    return store_.write(tenant_, [&](Transaction& transaction) -> Result<Done> {
        Job job = TRY(must_find(transaction, id));
        if (job.state != Job::State::Waiting && job.state != Job::State::Running) return over();
        job.state = Job::State::Cancelled;
        job.lease_until.clear();
        TRY(keep(transaction, job));
        return transaction.note(entry(actor, "job.cancelled", job));
    });
}

Result<Done> Queue::retry(std::string_view id, const std::string& actor) {
    return store_.write(tenant_, [&](Transaction& transaction) -> Result<Done> {
        Job job = TRY(must_find(transaction, id));
        if (job.state != Job::State::Dead) return over();
        job.state = Job::State::Waiting;
        job.attempts = 0;
        job.not_before = to_text(clock_());
        job.lease_until.clear();
        TRY(keep(transaction, job));
        return transaction.note(entry(actor, "job.retried", job));
    });
}

Result<std::vector<Job>> Queue::list() {
    std::vector<Job> jobs;
    TRY(store_.read(tenant_, [&](Transaction& transaction) -> Result<Done> {
        jobs = TRY(store::all_jobs(transaction));
        return Done{};
    }));
    return jobs;
}

}  // namespace madoguchi::api::jobs
