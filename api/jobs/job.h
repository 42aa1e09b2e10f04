// Work that is done later and must not be lost: what it is, and how far it has come.
#pragma once

#include <cstdint>
#include <string>

namespace madoguchi::api::jobs {

struct Job {
    enum class State {
        Waiting,
        Running,  ///< by whoever holds its lease
        Done,
        Cancelled,
        Dead,  ///< failed as often as it may; somebody must look
    };
    /// When it may run.
    enum class Window {
        Any,
        Closed,  ///< outside the counter's opening hours
    };

    std::string id;       ///< random
    std::string kind;     ///< "batch-print"; whoever registered the kind does the work
    std::string payload;  ///< JSON; sealed where it is kept
    State state = State::Waiting;
    Window window = Window::Any;
    int priority = 0;         ///< higher goes first
    std::string created_at;   ///< RFC 3339, as all instants here
    std::string not_before;   ///< waits until then
    std::string deadline;     ///< wanted by then; empty: whenever. Later ones are told, not dropped
    std::string lease_until;  ///< of a running one: renewed while its worker lives
    int attempts = 0;         ///< begun so often
    int most_attempts = 5;
    std::int64_t done = 0, total = 0;  ///< progress, in the kind's own units; total 0: unknown
    std::string outcome;  ///< code of the last finding, or what a kind says; no personal data
    int version = 1;

    bool operator==(const Job&) const = default;
};

}  // namespace madoguchi::api::jobs
