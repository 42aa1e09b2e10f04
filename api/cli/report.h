// Findings on a terminal, or for a program.
#pragma once

#include "api/cli/commands.h"
#include "base/diagnostic.h"

namespace madoguchi::api::cli {

/// Lines go to standard error; JSON, an array even when there is nothing to say, to standard
/// output.
void report(const Diagnostics& findings, FindingsFormat format, Streams streams);

/// The process's last act: what was to be said is said, or the exit code becomes `stopped`.
int finish(int exit_code, Streams streams);

}  // namespace madoguchi::api::cli
