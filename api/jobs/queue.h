// The queue of one tenant: putting work in, taking it out, and what becomes of it. A job is lost
// neither by a killed worker (its lease ends and another takes it) nor by a failing one.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/jobs/calendar.h"
#include "api/jobs/job.h"
#include "api/store/store.h"

namespace madoguchi::api::jobs {

struct QueueRules {
    std::chrono::seconds lease{60};          ///< renewed by progress
    std::chrono::minutes first_retry{1};     ///< then twice as long each time …
    std::chrono::minutes longest_retry{60};  ///< … up to this
};

class Queue {
  public:
    Queue(store::Store& store, TenantId tenant, Clock clock, QueueRules rules = {})
        : store_(store), tenant_(std::move(tenant)), clock_(std::move(clock)), rules_(rules) {}

    /// Of `job` its kind, payload, window, priority, times and most attempts; returns its id.
    Result<std::string> put(Job job, const std::string& actor);
    /// In the transaction of what it follows from: both are kept, or neither.
    Result<std::string> put(store::Transaction& transaction, Job job,
                            const std::string& actor) const;

    /// The next job, which is the caller's until its lease ends; nothing when there is none to do.
    /// One that was begun as often as it may be is dead instead.
    Result<std::optional<Job>> take(const Calendar& calendar);

    /// Progress, and another lease. "jobs.lost" when the job is not the caller's any more: it was
    /// cancelled, or taken by another after the lease.
    Result<Job> renew(const Job& job, std::int64_t done, std::int64_t total);
    Result<Done> finish(const Job& job, const std::string& outcome);
    /// Waits to be tried again, or is dead.
    Result<Done> fail(const Job& job, const std::string& outcome);

    /// "jobs.over" when it has ended already.
    Result<Done> cancel(std::string_view id, const std::string& actor);
    /// A dead one waits once more, with all its attempts.
    Result<Done> retry(std::string_view id, const std::string& actor);

    Result<std::vector<Job>> list();

  private:
    Result<Done> end(const Job& job, Job::State state, const std::string& outcome);
    Result<Job> change_own(const Job& job, const std::function<void(Job&)>& change);
    std::string in(std::chrono::milliseconds time) const { return to_text(clock_() + time); }

    store::Store& store_;
    const TenantId tenant_;
    const Clock clock_;
    const QueueRules rules_;
};

}  // namespace madoguchi::api::jobs
