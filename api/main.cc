#include <csignal>
#include <iostream>
#include <variant>

#include "api/cli/command_line.h"
#include "api/cli/commands.h"
#include "api/cli/report.h"

int main(int count, char** arguments) {
    using namespace madoguchi::api::cli;
    // A file that outgrows the limit of its size is a failed write, which is a finding.
    std::signal(SIGXFSZ, SIG_IGN);
    // A caller's indifference to its children would be ours: how one ended could not be known.
    std::signal(SIGCHLD, SIG_DFL);
    const Streams streams{std::cout, std::cerr};
    const int exit_code = std::visit([&](const auto& command) { return run(command, streams); },
                                     parse_command_line(count, arguments));
    return finish(exit_code, streams);
}
