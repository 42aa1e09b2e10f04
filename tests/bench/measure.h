// What the parts of the benchmark share: clocks, medians, figures.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"

namespace madoguchi::bench {

struct Figure {
    std::string name;
    double value = 0;
    std::string unit;
};

using Clock = std::chrono::steady_clock;
double milliseconds_since(Clock::time_point start);

/// Milliseconds; `processor` is user and system, of all threads of this process.
struct Times {
    double wall = 0, processor = 0;
};

/// Medians over the rounds.
Times times_of(int rounds, const std::function<void()>& work);

/// Ends the program with the findings on standard error.
[[noreturn]] void give_up(const Diagnostics& findings);

template <typename T>
T must(Result<T> result) {
    if (!result.ok()) give_up(result.findings());
    return std::move(result).value();
}

}  // namespace madoguchi::bench
