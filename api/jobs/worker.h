// Does the work of queued jobs: kinds are registered by the subjects whose work they are.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>

#include "api/jobs/queue.h"

namespace madoguchi::api::jobs {

/// What a piece of work sees of its job.
class Progress {
  public:
    virtual ~Progress() = default;
    /// False when the work is to stop: the job was cancelled, or another has taken it.
    virtual bool tell(std::int64_t done, std::int64_t total) = 0;
};

/// Gets the job's payload; returns what to say of it when it is done (no personal data). It may run
/// again after a kill, so what it does twice must come out as done once.
using Work = std::function<Result<std::string>(const std::string& payload, Progress& progress)>;
using Kinds = std::map<std::string, Work>;

/// Takes one job and does it; false when there was none. The lease is renewed while the work runs,
/// whether it tells of progress or not. Findings of the work and exceptions are failures of the
/// job; findings that come back are the queue's.
Result<bool> do_one(Queue& queue, const Calendar& calendar, const Kinds& kinds,
                    std::chrono::milliseconds heartbeat = std::chrono::seconds(20));

}  // namespace madoguchi::api::jobs
