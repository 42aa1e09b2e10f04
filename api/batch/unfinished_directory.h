// A batch's folder while it is filled: a file in it says from what, so that the same command goes
// on after a kill and prints only what is missing. Each PDF in it is whole.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace madoguchi::api {

class UnfinishedDirectory {
  public:
    /// Fails as open_directory() does, with "batch.unfinished-differs" when what is there was made
    /// from something else, and with "batch.already-running" while another process fills it.
    static Result<UnfinishedDirectory> open(const std::filesystem::path& directory,
                                            const std::string& identity);
    UnfinishedDirectory(UnfinishedDirectory&& other) noexcept;
    UnfinishedDirectory& operator=(UnfinishedDirectory&&) = delete;
    ~UnfinishedDirectory();

    bool goes_on() const { return goes_on_; }
    /// Whether an earlier run has made the PDF of that number.
    bool is_kept(std::size_t number) const;
    /// All people are through.
    void finish();

  private:
    explicit UnfinishedDirectory(std::filesystem::path directory)
        : directory_(std::move(directory)) {}

    std::filesystem::path directory_, mark_;
    int descriptor_ = -1;  ///< of the mark, locked
    bool goes_on_ = false;
};

}  // namespace madoguchi::api
