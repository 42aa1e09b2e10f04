// All connections, and the one thread that continues their writing and watches their clocks.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "api/http/connection.h"

namespace madoguchi::api::http {

class Wire {
  public:
    /// The dispatcher and the limits outlive the wire. `each_tick` is called ten times a second by
    /// the wire's thread.
    Wire(Dispatcher& dispatcher, const PortLimits& limits, std::function<void()> each_tick);

    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;
    ~Wire();

    /// Takes a duplicate of the descriptor. Null when there are too many connections or no more
    /// descriptors: the caller shuts the socket.
    std::shared_ptr<Connection> open(int descriptor, std::string peer);
    /// The reader has seen the end.
    void closed(const std::shared_ptr<Connection>& connection);

    std::size_t connections();
    std::size_t in_flight();
    void close_idle();
    void close_all();

  private:
    void watch_writable(const std::shared_ptr<Connection>& connection);
    void run();
    void handle_writable(std::uint64_t key);
    std::vector<std::shared_ptr<Connection>> snapshot();

    const PortLimits& limits_;
    const std::function<void()> each_tick_;
    MemoryBudget memory_;
    ConnectionContext context_;
    const int poll_;
    const int wake_;
    std::mutex mutex_;
    std::uint64_t next_key_ = 1;
    struct Entry {
        std::shared_ptr<Connection> connection;
        bool watched = false;
    };
    std::map<std::uint64_t, Entry> table_;
    std::thread thread_;
};

}  // namespace madoguchi::api::http
