// What was wrong with the words of the command line, in Japanese and English.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace madoguchi::api::cli {

/// A line that ends in a line feed, and one about where to find help.
std::string describe(const CLI::ParseError& error);
std::string wrong_words(const std::string& ja, const std::string& en);

}  // namespace madoguchi::api::cli
