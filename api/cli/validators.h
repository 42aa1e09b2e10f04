// What the values of options must look like; each says so in Japanese and English.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string_view>
#include <vector>

namespace madoguchi::api::cli {

/// Whether the file is of the kind ".csv", also as ".CSV".
bool is_of_kind(const std::filesystem::path& file, std::string_view kind);

/// A name that ends in one of the kinds (".pdf").
CLI::Validator file_of_kind(std::vector<std::string_view> kinds);
CLI::Validator whole_number(long least, long most);
CLI::Validator one_of(std::vector<std::string_view> words);
CLI::Validator not_empty();
CLI::Validator time_of_issue();

}  // namespace madoguchi::api::cli
