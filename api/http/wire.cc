#include "api/http/wire.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace madoguchi::api::http {
namespace {

constexpr std::uint64_t wake_key = 0;
constexpr std::chrono::milliseconds tick_interval{100};

epoll_event event_for(std::uint64_t key, std::uint32_t events) {
    epoll_event event{};
    event.events = events;
    event.data.u64 = key;
    return event;
}

}  // namespace

Wire::Wire(Dispatcher& dispatcher, const PortLimits& limits, std::function<void()> each_tick)
    : limits_(limits),
      each_tick_(std::move(each_tick)),
      memory_(limits.memory),
      context_{
          dispatcher, memory_, limits_,
          [this](const std::shared_ptr<Connection>& connection) { watch_writable(connection); }},
      poll_(epoll_create1(EPOLL_CLOEXEC)),
      wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    epoll_event event = event_for(wake_key, EPOLLIN);
    epoll_ctl(poll_, EPOLL_CTL_ADD, wake_, &event);
    thread_ = std::thread([this] { run(); });
}

Wire::~Wire() {
    eventfd_write(wake_, 1);
    thread_.join();
    ::close(wake_);
    ::close(poll_);
}

std::shared_ptr<Connection> Wire::open(int descriptor, std::string peer) {
    if (connections() >= limits_.connections) return nullptr;
    Socket socket(descriptor);
    if (!socket.valid()) return nullptr;
    const std::lock_guard lock(mutex_);
    const std::uint64_t key = next_key_++;
    auto connection =
        std::make_shared<Connection>(key, std::move(socket), std::move(peer), context_);
    table_[key] = {connection};
    return connection;
}

void Wire::closed(const std::shared_ptr<Connection>& connection) {
    connection->peer_closed();
    const std::lock_guard lock(mutex_);
    const auto entry = table_.find(connection->key());
    if (entry == table_.end()) return;
    // Closing our descriptor would not end the watch while Pistache's duplicate is open.
    if (entry->second.watched) {
        epoll_ctl(poll_, EPOLL_CTL_DEL, connection->descriptor(), nullptr);
    }
    table_.erase(entry);
}

void Wire::watch_writable(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(mutex_);
    const auto entry = table_.find(connection->key());
    if (entry == table_.end()) return;
    epoll_event event = event_for(connection->key(), EPOLLOUT | EPOLLONESHOT);
    const int operation = entry->second.watched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    epoll_ctl(poll_, operation, connection->descriptor(), &event);
    entry->second.watched = true;
}

void Wire::handle_writable(std::uint64_t key) {
    std::shared_ptr<Connection> connection;
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = table_.find(key); found != table_.end()) {
            connection = found->second.connection;
        }
    }
    if (connection) connection->writable();
}

void Wire::run() {
    auto next_tick = Clock::now() + tick_interval;
    while (true) {
        std::array<epoll_event, 64> events{};
        const int count = epoll_wait(poll_, events.data(), static_cast<int>(events.size()),
                                     static_cast<int>(tick_interval.count()));
        for (std::size_t i = 0; i < static_cast<std::size_t>(std::max(count, 0)); ++i) {
            if (events[i].data.u64 == wake_key) return;
            handle_writable(events[i].data.u64);
        }
        const auto now = Clock::now();
        if (now < next_tick) continue;
        next_tick = now + tick_interval;
        for (const auto& connection : snapshot())
            connection->tick(now);
        each_tick_();
    }
}

std::vector<std::shared_ptr<Connection>> Wire::snapshot() {
    const std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<Connection>> all;
    all.reserve(table_.size());
    for (const auto& [key, entry] : table_)
        all.push_back(entry.connection);
    return all;
}

std::size_t Wire::connections() {
    const std::lock_guard lock(mutex_);
    return table_.size();
}

std::size_t Wire::in_flight() {
    const auto all = snapshot();
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](const auto& one) { return one->in_flight(); }));
}

void Wire::close_idle() {
    for (const auto& connection : snapshot())
        connection->close_if_idle();
}

void Wire::close_all() {
    for (const auto& connection : snapshot())
        connection->close();
}

}  // namespace madoguchi::api::http
