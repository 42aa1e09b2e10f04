// A connection's own descriptor, for writing.
//
// It is a duplicate of the one Pistache reads from, so it stays this connection's as long as the
// object lives: whatever number Pistache closes or the kernel hands out again, bytes written here
// reach this client or nobody.
#pragma once

#include <cstddef>
#include <string_view>

namespace madoguchi::api::http {

class Socket {
  public:
    /// Duplicates; valid() tells whether that was possible.
    explicit Socket(int descriptor);
    Socket(Socket&& other) noexcept;
    Socket& operator=(Socket&&) = delete;
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket();

    bool valid() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }

    enum class Sent { Some, Full, Broken };
    struct SendResult {
        Sent sent = Sent::Broken;
        std::size_t bytes = 0;
    };
    /// Sends the start of `first` followed by `second`; never waits, never raises a signal.
    SendResult send(std::string_view first, std::string_view second);

    /// No more bytes from us; the client still may finish what it was sending.
    void finish_writing();
    /// Both ways. Pistache's reader then sees the end and lets go of the connection.
    void shut();
    /// The same, and what the client has not taken yet is thrown away: it learns of it by a reset.
    void reset();

  private:
    int descriptor_ = -1;
};

}  // namespace madoguchi::api::http
