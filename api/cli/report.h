// Findings on a terminal, or for a program.
#pragma once

#include "api/cli/commands.h"
#include "base/diagnostic.h"

namespace madoguchi::api::cli {

inline constexpr int done = 0;
inline constexpr int stopped = 1;
inline constexpr int wrong_use = 2;

/// Lines go to standard error; JSON, an array even when there is nothing to say, to standard
/// output.
void report(const Diagnostics& findings, FindingsFormat format, Streams streams);

}  // namespace madoguchi::api::cli
