// A program that reads what strangers sent, started so that it can do little and not for long.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::api {

/// What is started: a path, and the words behind its name.
struct Program {
    std::string path;
    std::vector<std::string> words;
};

struct ConfinementLimits {
    unsigned cpu_seconds = 20;
    std::chrono::milliseconds time{30000};       ///< of the wall clock
    std::size_t memory = std::size_t{1} << 30;   ///< address space in bytes; sanitizers need more
                                                 ///< and get it
    std::size_t output = std::size_t{64} << 20;  ///< bytes of standard output that are taken
};

/// How it ended. Only `Left` with code 0 means that the output is whole.
struct ConfinedEnd {
    enum class How {
        NotStarted,
        Left,     ///< code: its exit code
        Killed,   ///< code: the signal
        TooLate,  ///< it was killed because it took too long
        TooMuch,  ///< it was killed because it wrote too much
    };
    How how = How::NotStarted;
    int code = 0;
    std::string output;
};

/// Runs the program to its end with `input` as standard input and takes its standard output; what
/// it writes to standard error is thrown away. It inherits no file, no environment but a plain one,
/// no privilege, can write no file, leaves no core, and dies with the calling thread. Programs of
/// ours close the rest themselves: api/confined/sandbox.h. May be called from any thread.
ConfinedEnd run_confined(const Program& program, std::string_view input,
                         const ConfinementLimits& limits);

}  // namespace madoguchi::api
