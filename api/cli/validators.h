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
/// One line of 1 to so many characters as people count them.
CLI::Validator short_text(std::size_t most);
CLI::Validator time_of_issue();
/// "101-200": two numbers from 1, the second not smaller.
CLI::Validator record_range();

struct RecordRange {
    std::size_t from = 0, to = 0;
};
/// Of what record_range() has accepted; zeros of an empty text.
RecordRange read_record_range(std::string_view text);

}  // namespace madoguchi::api::cli
