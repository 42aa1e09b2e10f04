// A program that a test starts.
#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::tests {

class Process {
  public:
    /// `in_child` runs between fork and exec.
    explicit Process(const std::vector<std::string>& command,
                     const std::function<void()>& in_child = {});
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    /// Kills it if it still runs.
    ~Process();

    bool running();
    void send(int signal);
    void terminate();
    /// Exit status; 128 + n when signal n ended it; nothing when it still runs after 15 s.
    std::optional<int> wait();

  private:
    pid_t id_ = -1;
    std::optional<int> status_;
};

}  // namespace madoguchi::tests
