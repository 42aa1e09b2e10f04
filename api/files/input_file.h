// Files from the disk, whole or in parts.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <utility>

#include "base/result.h"

namespace madoguchi::api {

/// A regular file that is read from its start to its end. Findings "input.…" name the file and the
/// system's reason.
class InputFile {
  public:
    /// Whatever is no regular file is refused (a pipe would be waited for).
    static Result<InputFile> open(std::filesystem::path file);
    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&&) = delete;
    ~InputFile();

    /// When it was opened.
    std::size_t size() const { return size_; }
    /// Fills the buffer as far as the file goes; 0 at its end.
    Result<std::size_t> read(std::span<char> into);

  private:
    explicit InputFile(std::filesystem::path file) : file_(std::move(file)) {}

    std::filesystem::path file_;
    int descriptor_ = -1;
    std::size_t size_ = 0;
};

/// All of it; more than `limit` bytes are refused.
Result<std::string> read_file(const std::filesystem::path& file,
                              std::size_t limit = std::size_t{1} << 30);

}  // namespace madoguchi::api
