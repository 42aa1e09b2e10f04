// The folder of one installed set while it is being replaced.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "api/characters/character_set_package.h"
#include "base/result.h"

namespace madoguchi::api {

/// Holds the lock on the folder of all sets, so that one installation runs at a time. The new files
/// are written into a hidden folder beside the place and flushed to the disk; then the two folders
/// change places in one step (renameat2(2), RENAME_EXCHANGE). What a killed installation leaves is
/// hidden, and the next one removes it.
class SetFolder {
  public:
    /// Findings "character-set.folder", "character-set.busy".
    static Result<SetFolder> open(const std::filesystem::path& directory, const std::string& name);
    SetFolder(SetFolder&& other) noexcept;
    SetFolder& operator=(SetFolder&&) = delete;
    SetFolder(const SetFolder&) = delete;
    SetFolder& operator=(const SetFolder&) = delete;
    ~SetFolder();

    std::filesystem::path place() const { return directory_ / name_; }
    /// All of the files or, when it fails, none.
    Result<Done> replace(const std::vector<PackageFile>& files);

  private:
    SetFolder(std::filesystem::path directory, std::string name, int lock);
    std::filesystem::path beside() const { return directory_ / ("." + name_ + ".new"); }
    Result<Done> write_beside(const std::vector<PackageFile>& files) const;
    bool swap() const;

    std::filesystem::path directory_;
    std::string name_;
    int lock_ = -1;  ///< descriptor of the folder of all sets
};

}  // namespace madoguchi::api
