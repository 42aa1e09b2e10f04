// Files that are there whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace madoguchi::api {

/// Writes beside the target and renames on commit(); whatever was not committed is removed. A full
/// disk, a missing directory or a failed rename is a finding (code "output.…") that names the file
/// and the system's reason.
class OutputFile {
  public:
    static Result<OutputFile> create(std::filesystem::path target);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    Result<Done> write(std::string_view bytes);
    /// Flushes to the disk and gives the file its name.
    Result<Done> commit();

  private:
    OutputFile(std::filesystem::path target, std::filesystem::path beside, int descriptor);

    std::filesystem::path target_;
    std::filesystem::path beside_;
    int descriptor_ = -1;
};

struct NamedContent {
    std::filesystem::path target;
    std::string_view bytes;
};

/// All of them or none: every file is written and flushed before the first gets its name.
Result<Done> write_files(const std::vector<NamedContent>& files);

}  // namespace madoguchi::api
