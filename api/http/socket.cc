#include "api/http/socket.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace madoguchi::api::http {
namespace {

iovec part(std::string_view bytes) {
    return {.iov_base = const_cast<char*>(bytes.data()), .iov_len = bytes.size()};
}

}  // namespace

Socket::Socket(int descriptor) : descriptor_(fcntl(descriptor, F_DUPFD_CLOEXEC, 0)) {}
Socket::Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Socket::~Socket() {
    if (valid()) close(descriptor_);
}

Socket::SendResult Socket::send(std::string_view first, std::string_view second) {
    std::array<iovec, 2> parts{part(first), part(second)};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    while (true) {
        const ssize_t sent = sendmsg(descriptor_, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) return {Sent::Some, static_cast<std::size_t>(sent)};
        if (errno == EINTR) continue;
        const bool full = errno == EAGAIN || errno == EWOULDBLOCK;
        return {full ? Sent::Full : Sent::Broken, 0};
    }
}

void Socket::finish_writing() {
    shutdown(descriptor_, SHUT_WR);
}
void Socket::shut() {
    shutdown(descriptor_, SHUT_RDWR);
}

void Socket::reset() {
    const linger at_once{.l_onoff = 1, .l_linger = 0};
    setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    shut();
}

}  // namespace madoguchi::api::http
