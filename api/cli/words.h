// The words of the command line by subject: each adds what CLI11 is to parse, and which command
// that then means.
#pragma once

#include <functional>
#include <vector>

#include "api/cli/command_line.h"

namespace CLI {
class App;
}

namespace madoguchi::api::cli {

struct Word {
    const CLI::App* app = nullptr;  ///< owned by the application it was added to
    std::function<Command()> command;
};
using Words = std::vector<Word>;

void add_character_words(CLI::App& app, Words& words);

}  // namespace madoguchi::api::cli
