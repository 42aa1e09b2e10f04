// Threads that do the requests' work, behind a queue with an end.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace madoguchi::api::http {

class WorkerPool {
  public:
    using Job = std::function<void()>;  ///< must not throw

    WorkerPool(std::size_t threads, std::size_t queue_limit);
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;
    ~WorkerPool() { stop(); }

    enum class Submitted { Yes, Refused };
    /// Never waits.
    Submitted submit(Job job);
    /// Finishes the running jobs and drops the waiting ones.
    void stop();

  private:
    void work();

    const std::size_t queue_limit_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> queue_;
    enum class Phase { Running, Stopping } phase_ = Phase::Running;
    std::vector<std::thread> threads_;
};

}  // namespace madoguchi::api::http
