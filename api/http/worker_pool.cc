#include "api/http/worker_pool.h"

namespace madoguchi::api::http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue_limit) : queue_limit_(queue_limit) {
    for (std::size_t i = 0; i < threads; ++i)
        threads_.emplace_back([this] { work(); });
}

void WorkerPool::stop() {
    {
        const std::lock_guard lock(mutex_);
        phase_ = Phase::Stopping;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_)
        thread.join();
    threads_.clear();
    queue_.clear();
}

WorkerPool::Submitted WorkerPool::submit(Job job) {
    {
        const std::lock_guard lock(mutex_);
        if (phase_ == Phase::Stopping || queue_.size() >= queue_limit_) return Submitted::Refused;
        queue_.push_back(std::move(job));
    }
    changed_.notify_one();
    return Submitted::Yes;
}

void WorkerPool::work() {
    while (true) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return phase_ == Phase::Stopping || !queue_.empty(); });
            if (phase_ == Phase::Stopping) return;
            job = std::move(queue_.front());
            queue_.pop_front();
        }
        job();
    }
}

}  // namespace madoguchi::api::http
