// A command line and what it says.
#pragma once

#include <string>

namespace madoguchi::tests {

struct Said {
    int status = 0;  ///< as wait() gives it; 0: it ended well
    std::string output;
};

/// Runs `command` in a shell; what it writes to standard error stays out unless the command says
/// otherwise.
Said shell(const std::string& command);

}  // namespace madoguchi::tests
