#include "tests/unit/api/gaiji/gaiji_fixture.h"

#include <sys/wait.h>

#include <cstdlib>

namespace madoguchi::api {

cli::Outcome GaijiProgram::program(const std::vector<std::string>& words) const {
    std::string command = MADOGUCHI_PROGRAM;
    for (const std::string& word : words)
        command += " '" + word + "'";
    command += " > '" + place("out.txt") + "' 2> '" + place("err.txt") + "' < /dev/null";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128, cli::read(place("out.txt")),
            cli::read(place("err.txt"))};
}

}  // namespace madoguchi::api
