// A client that says exactly what a test wants to be said, byte for byte.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::tests {

using Milliseconds = std::chrono::milliseconds;
constexpr Milliseconds patience{5'000};

struct Answer {
    int status = 0;
    std::map<std::string, std::string> fields;  ///< names in lower case
    std::string body;
};

class HttpClient {
  public:
    /// `from`: the client's own address, such as "127.0.0.2".
    explicit HttpClient(std::uint16_t port, const std::string& from = "127.0.0.1");
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;
    ~HttpClient();

    bool connected() const { return connected_; }
    /// False when the other side has closed or takes nothing for `patience`.
    bool send(std::string_view bytes);
    /// One answer with a Content-Length (or none); nothing when it did not come whole in time.
    std::optional<Answer> read_answer(Milliseconds time = patience, bool has_body = true);
    /// Whether the other side closes within the time. Bytes that come before are kept.
    bool closes(Milliseconds time = patience);
    /// What came and belongs to no answer.
    const std::string& left_over() const { return input_; }
    /// Reads at most so many bytes of whatever comes and forgets them.
    std::size_t drop(std::size_t bytes, Milliseconds time = patience);
    /// Ends with a reset, as a crashed client does.
    void abort();

  private:
    enum class Read { Some, End, TimeOver };
    Read read_more(Milliseconds time);

    int socket_ = -1;
    bool connected_ = false;
    std::string input_;
};

/// A GET on one connection; no answer: status 0.
Answer get(std::uint16_t port, const std::string& path, const std::string& fields = "");

}  // namespace madoguchi::tests
