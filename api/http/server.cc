#include "api/http/server.h"

#include <pistache/listener.h>
#include <pistache/peer.h>
#include <pistache/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>
#include <vector>

#include "api/http/descriptor_guard.h"
#include "api/http/wire.h"

namespace madoguchi::api::http {
namespace {

constexpr const char* connection_name = "connection";

using Readers = std::vector<std::shared_ptr<Pistache::Tcp::Transport>>;

/// Pistache's queue of new peers can lose its wake-up: a reader that finds the queue empty then
/// clears the signal of a peer that came in between, and that client waits until the next one
/// comes (measured: one of 90,000 connections that arrive six at a time). Handing the reader
/// another peer, one that has ended already, makes it look again.
void wake(Pistache::Tcp::Transport& reader) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return;
    close(ends[1]);
    reader.handleNewPeer(Pistache::Tcp::Peer::Create(ends[0], Pistache::Address()));
}

/// Watches the way of connections from the accepting thread to the readers.
class AcceptWatch {
  public:
    void saw_connection() { ++seen_; }

    /// A reader takes new peers as long as there are any before it reads again. Without a rest in
    /// between, a flood of connections that end at once would keep it from noticing their ends.
    /// Called by the accepting thread only.
    bool may_accept() {
        constexpr std::int64_t most_on_their_way = 32;
        constexpr std::int64_t few_on_their_way = 4;
        resting_ = on_their_way() > (resting_ ? few_on_their_way : most_on_their_way);
        return !resting_;
    }

    /// Wakes the readers when connections were on their way and none arrived for a whole tick.
    /// Called by the wire's thread only.
    void tick(const Readers& readers) {
        const std::uint64_t seen = seen_;
        if (on_their_way() < 0) lost_ = 0;
        const bool stuck = on_their_way() > 0 && seen == seen_before_;
        // A second time in vain: they ended before they reached a reader, and nobody waits.
        if (stuck && woken_) lost_ += on_their_way();
        if (stuck && !woken_) {
            for (const auto& reader : readers)
                wake(*reader);
        }
        woken_ = stuck && !woken_;
        seen_before_ = seen;
    }

  private:
    std::int64_t on_their_way() const {
        return static_cast<std::int64_t>(accepted_connections() - accepted_at_start_ - seen_) -
               lost_;
    }

    const std::uint64_t accepted_at_start_ = accepted_connections();
    std::atomic<std::uint64_t> seen_{0};
    std::atomic<std::int64_t> lost_{0};
    bool resting_ = false;
    std::uint64_t seen_before_ = 0;
    bool woken_ = false;
};

/// Pistache's reader threads bring bytes here; one clone per thread. It never writes through
/// Pistache and lets no exception reach it: one would end the thread, and the process with it.
class InputHandler : public Pistache::Tcp::Handler {
    PROTOTYPE_OF(Pistache::Tcp::Handler, InputHandler)

  public:
    InputHandler(Wire& wire, AcceptWatch& watch) : wire_(wire), watch_(watch) {}

    void onConnection(const std::shared_ptr<Pistache::Tcp::Peer>& peer) override {
        try {
            // A number from elsewhere: a peer of wake(), or the guard is not at work.
            if (!is_guarded_descriptor(peer->fd())) return refuse(*peer);
            watch_.saw_connection();
            const auto connection = wire_.open(peer->fd(), peer->address().host());
            if (!connection) return refuse(*peer);
            peer->putData(connection_name, connection);
        } catch (...) {
            refuse(*peer);
        }
    }

    void onInput(const char* bytes, std::size_t size,
                 const std::shared_ptr<Pistache::Tcp::Peer>& peer) override {
        const auto connection = connection_of(*peer);
        if (!connection) return;
        try {
            connection->receive({bytes, size});
        } catch (...) {
            connection->close();
        }
    }

    void onDisconnection(const std::shared_ptr<Pistache::Tcp::Peer>& peer) override {
        if (const auto connection = connection_of(*peer)) wire_.closed(connection);
    }

  private:
    static std::shared_ptr<Connection> connection_of(const Pistache::Tcp::Peer& peer) {
        return std::static_pointer_cast<Connection>(peer.tryGetData(connection_name));
    }
    /// The reader finds the end at once and closes.
    static void refuse(const Pistache::Tcp::Peer& peer) { shutdown(peer.fd(), SHUT_RDWR); }

    Wire& wire_;
    AcceptWatch& watch_;
};

/// Pistache clones its transport once for each reader thread; the clones are known by the list.
class Transport : public Pistache::Tcp::Transport {
  public:
    Transport(Wire& wire, AcceptWatch& watch, Readers& readers)
        : Pistache::Tcp::Transport(std::make_shared<InputHandler>(wire, watch)),
          wire_(wire),
          watch_(watch),
          readers_(readers) {}

    std::shared_ptr<Pistache::Aio::Handler> clone() const override {
        readers_.push_back(std::make_shared<Transport>(wire_, watch_, readers_));
        return readers_.back();
    }

  private:
    Wire& wire_;
    AcceptWatch& watch_;
    Readers& readers_;
};

Diagnostic not_loopback() {
    return {.code = "http.not-loopback",
            .message = {"このサービスは同じ機械の中（127.0.0.1 または ::1）でだけ待ち受けます。",
                        "The service listens on this machine only (127.0.0.1 or ::1)."},
            .hints = {{"前にリバースプロキシを置いたうえで --behind-proxy を指定してください。",
                       "Put a reverse proxy in front and say so with --behind-proxy."}}};
}

Diagnostic cannot_bind() {
    return {.code = "http.bind",
            .message = {
                "指定されたアドレスとポートで待ち受けできません（使用中か、権限がありません）。",
                "Cannot listen on that address and port (in use, or not permitted)."}};
}

class PistachePort : public HttpPort {
  public:
    ~PistachePort() override { stop(); }

    Result<std::uint16_t> start(const PortSettings& settings, Application application) override;
    Drained drain(std::chrono::milliseconds patience) override;
    void stop() override;

  private:
    Result<std::uint16_t> listen();
    void bind() {
        const std::lock_guard lock(readers_mutex_);
        listener_->bind();
    }

    // In the order of their lives: each is used by those below.
    PortSettings settings_;
    Application application_;
    std::unique_ptr<Dispatcher> dispatcher_;
    std::unique_ptr<AcceptWatch> watch_;
    std::unique_ptr<Wire> wire_;
    std::mutex readers_mutex_;
    Readers readers_;
    std::unique_ptr<Pistache::Tcp::Listener> listener_;
};

Result<std::uint16_t> PistachePort::start(const PortSettings& settings, Application application) {
    if (listener_) {
        return Diagnostic{
            .code = "http.started",
            .message = {"サービスはすでに開始しています。", "The service has started."}};
    }
    if (settings.exposure == Exposure::LoopbackOnly && !is_loopback(settings.address)) {
        return not_loopback();
    }
    // Pistache defines a TRY of its own.
    if (auto guard = install_descriptor_guard(); !guard) return std::move(guard).findings();
    std::signal(SIGPIPE, SIG_IGN);
    settings_ = settings;
    application_ = std::move(application);
    dispatcher_ = std::make_unique<Dispatcher>(application_, settings_);
    watch_ = std::make_unique<AcceptWatch>();
    wire_ = std::make_unique<Wire>(*dispatcher_, settings_.limits, [this] {
        const std::lock_guard lock(readers_mutex_);
        watch_->tick(readers_);
    });
    Result<std::uint16_t> port = listen();
    if (!port) stop();
    return port;
}

Result<std::uint16_t> PistachePort::listen() {
    using Pistache::Tcp::Options;
    constexpr int backlog = 1024;
    try {
        const bool six = settings_.address.find(':') != std::string::npos;
        listener_ = std::make_unique<Pistache::Tcp::Listener>(
            Pistache::Address(six ? "[" + settings_.address + "]" : settings_.address,
                              Pistache::Port(settings_.port)));
        listener_->init(
            settings_.readers,
            Pistache::Flags<Options>(Options::ReuseAddr) | Options::NoDelay | Options::CloseOnExec,
            "http-reader", backlog);
        listener_->setTransportFactory(
            [this] { return std::make_shared<Transport>(*wire_, *watch_, readers_); });
        bind();
        // Whom the table has no place for waits outside.
        set_accept_gate([this] {
            return watch_->may_accept() && wire_->connections() < settings_.limits.connections;
        });
        listener_->runThreaded();
        return static_cast<std::uint16_t>(listener_->getPort());
    } catch (const std::exception&) {
        return cannot_bind();
    }
}

HttpPort::Drained PistachePort::drain(std::chrono::milliseconds patience) {
    application_.readiness->store(Readiness::Draining);
    if (!wire_) return Drained::Yes;
    const auto until = Clock::now() + patience;
    while (true) {
        wire_->close_idle();
        if (wire_->in_flight() == 0) return Drained::Yes;
        if (Clock::now() >= until) return Drained::TimeOver;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

void PistachePort::stop() {
    if (listener_ && listener_->isBound()) {
        // Pistache does not close its peers when it ends; readers do when they see an end.
        const auto until = Clock::now() + std::chrono::seconds(1);
        do {
            wire_->close_all();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        } while (wire_->connections() > 0 && Clock::now() < until);
    }
    {
        const std::lock_guard lock(readers_mutex_);
        readers_.clear();
    }
    if (listener_ && listener_->isBound()) set_accept_gate({});
    listener_.reset();
    if (dispatcher_) dispatcher_->stop_workers();
    wire_.reset();
    dispatcher_.reset();
}

}  // namespace

bool is_loopback(const std::string& address) {
    return address == "127.0.0.1" || address == "::1";
}

std::unique_ptr<HttpPort> make_http_port() {
    return std::make_unique<PistachePort>();
}

}  // namespace madoguchi::api::http
