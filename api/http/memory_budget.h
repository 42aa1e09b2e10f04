// An upper bound for what all connections together keep in memory.
#pragma once

#include <atomic>
#include <cstddef>

namespace madoguchi::api::http {

class MemoryBudget {
  public:
    explicit MemoryBudget(std::size_t bytes) : limit_(bytes) {}

    /// One holder's share; given back when the object ends.
    class Share {
      public:
        explicit Share(MemoryBudget& budget) : budget_(budget) {}
        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;
        ~Share() { budget_.used_ -= held_; }

        enum class Held { Yes, OverBudget };
        /// Sets the share to so many bytes; keeps the old share when that is not to be had.
        Held hold(std::size_t bytes) {
            const std::size_t change = bytes - held_;  // unsigned: wraps when it gives back
            const std::size_t used = budget_.used_.fetch_add(change) + change;
            if (bytes > held_ && used > budget_.limit_) {
                budget_.used_ -= change;
                return Held::OverBudget;
            }
            held_ = bytes;
            return Held::Yes;
        }

      private:
        MemoryBudget& budget_;
        std::size_t held_ = 0;
    };

    std::size_t used() const { return used_; }

  private:
    const std::size_t limit_;
    std::atomic<std::size_t> used_{0};
};

}  // namespace madoguchi::api::http
