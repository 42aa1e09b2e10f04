// The command line inside a test: words in, files, findings and exit codes out.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace madoguchi::api::cli {

extern const std::filesystem::path source_dir;

struct Outcome {
    int exit_code = 0;
    std::string out, err;
};

/// The program with these words behind its name.
Outcome madoguchi(std::vector<std::string> words);

std::string read(const std::filesystem::path& file);

/// A sample that is shipped with a form.
std::string sample(const std::string& form, const std::string& name);

/// A form of one text, so that a case is one line of data.
std::string one_field_form(const std::string& policy);

/// A folder of its own for every test.
class CommandLine : public testing::Test {
  protected:
    void SetUp() override;
    void TearDown() override { std::filesystem::remove_all(directory); }

    std::string place(const std::string& name) const { return (directory / name).string(); }
    std::string write(const std::string& name, const std::string& content) const;
    /// Names of what is in the folder, sorted.
    std::vector<std::string> files() const;

    std::filesystem::path directory;
};

}  // namespace madoguchi::api::cli
