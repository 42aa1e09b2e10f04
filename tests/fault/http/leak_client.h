// Clients that would notice an answer that is not theirs.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace madoguchi::tests {

struct LeakPlan {
    std::uint16_t port = 0;
    std::string path;  ///< with "{id}": the answer's first line must be the id
    std::chrono::milliseconds time{10'000};
    /// On a slow machine the run goes on until so many were answered, or for `patience` more.
    std::uint64_t least_answered = 101;
    std::chrono::milliseconds patience{60'000};
    unsigned normal_clients = 4;
    unsigned aborting_clients = 6;
};

struct LeakReport {
    std::uint64_t answered = 0;  ///< with the right id
    std::uint64_t busy = 0;      ///< 503 with the right id: refused, but to the one who asked
    std::uint64_t aborted = 0;
    std::uint64_t mismatched = 0;   ///< with another request's id or body
    std::uint64_t unsolicited = 0;  ///< bytes that no request had asked for
    std::string example;            ///< of a mismatch
    std::uint64_t unanswered = 0;   ///< a normal client got nothing whole
};

/// Aborting clients send a request and reset or close the connection at any time after it; normal
/// ones, on fresh and on kept connections, demand an answer with their own X-Correlation-Id.
LeakReport run_leak_clients(const LeakPlan& plan);

std::string to_line(const LeakReport& report);

}  // namespace madoguchi::tests
