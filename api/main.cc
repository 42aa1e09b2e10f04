#include <iostream>
#include <variant>

#include "api/cli/command_line.h"
#include "api/cli/commands.h"

int main(int count, char** arguments) {
    using namespace madoguchi::api::cli;
    return std::visit(
        [](const auto& command) {
            return run(command, {std::cout, std::cerr});
        },
        parse_command_line(count, arguments));
}
