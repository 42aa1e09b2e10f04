#include "api/jobs/worker.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace madoguchi::api::jobs {

namespace {

/// The lease of one job, renewed by the work and, in between, by a thread of its own.
class Lease : public Progress {
  public:
    Lease(Queue& queue, Job job, std::chrono::milliseconds heartbeat)
        : queue_(queue), job_(std::move(job)), heartbeat_(heartbeat), thread_([this] { beat(); }) {}
    ~Lease() override { stop(); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    bool tell(std::int64_t done, std::int64_t total) override {
        const std::lock_guard lock(mutex_);
        job_.done = done;
        job_.total = total;
        renew();
        return !is_lost_;
    }

    /// The job as it is now, to be ended; nothing when it is not ours any more.
    std::optional<Job> give_up() {
        stop();
        return is_lost_ ? std::nullopt : std::optional(job_);
    }

  private:
    void beat() {
        std::unique_lock lock(mutex_);
        while (!changed_.wait_for(lock, heartbeat_, [this] { return is_over_; }))
            renew();
    }

    /// A store that does not answer is asked again at the next beat: the lease is longer than that.
    void renew() {
        if (is_lost_) return;
        Result<Job> renewed = queue_.renew(job_, job_.done, job_.total);
        if (renewed.ok()) {
            job_ = std::move(renewed).value();
        } else if (renewed.findings().front().code == "jobs.lost") {
            is_lost_ = true;
        }
    }

    void stop() {
        {
            const std::lock_guard lock(mutex_);
            is_over_ = true;
        }
        changed_.notify_all();
        if (thread_.joinable()) thread_.join();
    }

    Queue& queue_;
    Job job_;
    const std::chrono::milliseconds heartbeat_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool is_lost_ = false;
    bool is_over_ = false;
    std::thread thread_;
};

struct Outcome {
    bool is_done = false;
    std::string words;
};

Outcome work_on(const Job& job, const Kinds& kinds, Progress& progress) {
    const auto kind = kinds.find(job.kind);
    if (kind == kinds.end()) return {false, "jobs.unknown-kind"};
    try {
        const Result<std::string> result = kind->second(job.payload, progress);
        if (result.ok()) return {true, *result};
        return {false, result.findings().front().code};
    } catch (const std::exception&) {
        return {false, "jobs.exception"};
    }
}

}  // namespace

Result<bool> do_one(Queue& queue, const Calendar& calendar, const Kinds& kinds,
                    std::chrono::milliseconds heartbeat) {
    const std::optional<Job> taken = TRY(queue.take(calendar));
    if (!taken) return false;
    Lease lease(queue, *taken, heartbeat);
    const Outcome outcome = work_on(*taken, kinds, lease);
    const std::optional<Job> mine = lease.give_up();
    if (!mine) return true;
    TRY(outcome.is_done ? queue.finish(*mine, outcome.words) : queue.fail(*mine, outcome.words));
    return true;
}

}  // namespace madoguchi::api::jobs
