// The program as its own confined reader: `madoguchi gaiji-reader`, which nobody types.
#pragma once

namespace madoguchi::api {

/// Closes the door (api/confined/sandbox.h), reads a file from standard input, writes what it says
/// (api/gaiji/answer.h) to standard output and leaves the process with 0; with 1 when the door does
/// not close or the output cannot be written.
[[noreturn]] void run_gaiji_reader();

inline constexpr const char* gaiji_reader_word = "gaiji-reader";

}  // namespace madoguchi::api
