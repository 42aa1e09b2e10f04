// Work on a sequence in several threads whose results come back in the order of the sequence.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace madoguchi::render {

/// Takes inputs from `next` (one thread at a time) until it gives nothing, runs `work` on each in
/// `threads` threads, and hands every output to `take` in the calling thread, in the order of the
/// inputs. At most a few outputs per thread wait at any time. None of the three may throw.
template <typename Input, typename Output>
class OrderedWork {
  public:
    using Next = std::function<std::optional<Input>()>;
    using Work = std::function<Output(std::size_t index, Input&)>;
    using Take = std::function<void(Output)>;

    OrderedWork(unsigned threads, Next next, Work work)
        : next_(std::move(next)), work_(std::move(work)), room_(threads * std::size_t{8}) {
        for (unsigned i = 0; i < threads; ++i)
            threads_.emplace_back([this] { run(); });
    }
    ~OrderedWork() {
        for (std::thread& thread : threads_)
            thread.join();
    }
    OrderedWork(const OrderedWork&) = delete;
    OrderedWork& operator=(const OrderedWork&) = delete;

    /// Call once; returns when everything has been taken.
    void take_all(const Take& take) {
        while (std::optional<Output> output = first_finished())
            take(std::move(*output));
    }

  private:
    void run() {
        while (true) {
            std::unique_lock lock(mutex_);
            has_room_.wait(lock, [this] { return ended_ || waiting_.size() < room_; });
            if (ended_) return;
            std::optional<Input> input = next_();
            if (!input) {
                ended_ = true;
                has_room_.notify_all();
                finished_.notify_all();
                return;
            }
            const std::size_t index = taken_ + waiting_.size();
            std::optional<Output>& slot = waiting_.emplace_back();
            lock.unlock();
            Output output = work_(index, *input);
            lock.lock();
            slot = std::move(output);
            finished_.notify_all();
        }
    }

    std::optional<Output> first_finished() {
        std::unique_lock lock(mutex_);
        finished_.wait(lock,
                       [this] { return waiting_.empty() ? ended_ : waiting_.front().has_value(); });
        if (waiting_.empty()) return std::nullopt;
        std::optional<Output> output = std::move(waiting_.front());
        waiting_.pop_front();
        ++taken_;
        has_room_.notify_all();
        return output;
    }

    Next next_;
    Work work_;
    std::size_t room_;
    std::mutex mutex_;
    std::condition_variable has_room_, finished_;
    std::deque<std::optional<Output>> waiting_;  ///< references stay valid while ends move
    std::size_t taken_ = 0;
    bool ended_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace madoguchi::render
