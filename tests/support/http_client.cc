#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace madoguchi::tests {
namespace {

sockaddr_in address_of(const std::string& host, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    inet_pton(AF_INET, host.c_str(), &address.sin_addr);
    return address;
}

const sockaddr* generic(const sockaddr_in& address) {
    return reinterpret_cast<const sockaddr*>(&address);
}

bool wait_for(int socket, short events, Milliseconds time) {
    pollfd entry{socket, events, 0};
    return poll(&entry, 1, static_cast<int>(std::max<Milliseconds::rep>(time.count(), 0))) == 1;
}

Answer parse_head(std::string_view head) {
    Answer answer;
    if (head.starts_with("HTTP/1.1 ")) answer.status = std::atoi(head.substr(9, 3).data());
    while (true) {
        const std::size_t end = head.find("\r\n");
        if (end == std::string_view::npos) return answer;
        head.remove_prefix(end + 2);
        const std::string_view line = head.substr(0, head.find("\r\n"));
        const std::size_t colon = line.find(": ");
        if (colon == std::string_view::npos) continue;
        std::string name(line.substr(0, colon));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        answer.fields[name] = line.substr(colon + 2);
    }
}

}  // namespace

HttpClient::HttpClient(std::uint16_t port, const std::string& from)
    : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(socket_, SOL_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    const sockaddr_in own = address_of(from, 0);
    const sockaddr_in server = address_of("127.0.0.1", port);
    connected_ = bind(socket_, generic(own), sizeof own) == 0 &&
                 connect(socket_, generic(server), sizeof server) == 0;
}

HttpClient::~HttpClient() {
    close(socket_);
}

bool HttpClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        if (!wait_for(socket_, POLLOUT, patience)) return false;
        const ssize_t sent =
            ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno != EAGAIN) return false;
        if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

HttpClient::Read HttpClient::read_more(Milliseconds time) {
    if (!wait_for(socket_, POLLIN, time)) return Read::TimeOver;
    std::array<char, 65536> buffer;
    const ssize_t count = recv(socket_, buffer.data(), buffer.size(), 0);
    if (count <= 0) return Read::End;
    input_.append(buffer.data(), static_cast<std::size_t>(count));
    return Read::Some;
}

std::optional<Answer> HttpClient::read_answer(Milliseconds time, bool has_body) {
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + time;
    const auto rest = [&] {
        return std::chrono::duration_cast<Milliseconds>(until - Clock::now());
    };
    std::size_t end = 0;
    while ((end = input_.find("\r\n\r\n")) == std::string::npos) {
        if (read_more(rest()) != Read::Some) return std::nullopt;
    }
    Answer answer = parse_head(std::string_view(input_).substr(0, end + 2));
    input_.erase(0, end + 4);
    const auto length = answer.fields.find("content-length");
    if (!has_body || length == answer.fields.end()) return answer;
    const std::size_t size = std::stoull(length->second);
    while (input_.size() < size) {
        if (read_more(rest()) != Read::Some) return std::nullopt;
    }
    answer.body = input_.substr(0, size);
    input_.erase(0, size);
    return answer;
}

bool HttpClient::closes(Milliseconds time) {
    const auto until = std::chrono::steady_clock::now() + time;
    while (true) {
        const auto rest =
            std::chrono::duration_cast<Milliseconds>(until - std::chrono::steady_clock::now());
        const Read read = read_more(rest);
        if (read != Read::Some) return read == Read::End;
    }
}

std::size_t HttpClient::drop(std::size_t bytes, Milliseconds time) {
    std::string buffer(bytes, '\0');
    if (!wait_for(socket_, POLLIN, time)) return 0;
    const ssize_t count = recv(socket_, buffer.data(), bytes, 0);
    return count > 0 ? static_cast<std::size_t>(count) : 0;
}

void HttpClient::abort() {
    const linger at_once{1, 0};
    setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    close(socket_);
    socket_ = -1;
}

Answer get(std::uint16_t port, const std::string& path, const std::string& fields) {
    HttpClient client(port);
    client.send("GET " + path + " HTTP/1.1\r\nHost: test\r\n" + fields + "\r\n");
    return client.read_answer().value_or(Answer{});
}

}  // namespace madoguchi::tests
