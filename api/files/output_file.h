// Files that are there whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace madoguchi::api {

/// A file that gets its name on commit(). Until then it has none, so that a killed process leaves
/// nothing behind, and an older file is replaced in one step. Where the file system knows no files
/// without a name (NFS, vfat) the new one is kept beside the target, and removed unless committed
/// or killed.
///
/// A full disk, a missing directory or a failed rename is a finding (code "output.…") that names
/// the file and the system's reason.
class OutputFile {
  public:
    enum class Unfinished {
        Nameless,  ///< where the file system can
        Named,
    };
    /// What becomes of a file that has the name when this one is to get it.
    enum class Existing {
        Replaced,
        Kept,  ///< commit() fails with "output.exists": another run's, perhaps
    };
    /// A symbolic link is followed; what is no regular file is refused (api/files/output_place.h).
    static Result<OutputFile> create(std::filesystem::path target,
                                     Existing existing = Existing::Replaced,
                                     Unfinished kept = Unfinished::Nameless);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    /// Goes on with what another process kept as `unfinished`, cut to its first `size` bytes.
    static Result<OutputFile> reopen(std::filesystem::path target,
                                     const std::filesystem::path& unfinished, std::uint64_t size);

    Result<Done> write(std::string_view bytes);
    /// To the disk, as far as it has been written.
    Result<Done> flush();
    /// From now on the file outlives this process under this name beside its target, readable for
    /// its owner alone until it is committed; another file of the name is replaced. It is removed
    /// with this object all the same, unless left.
    Result<Done> keep_as(const std::filesystem::path& unfinished);
    /// Does not remove what is kept.
    void leave() { beside_.clear(); }
    /// Flushes to the disk and gives the file its name.
    Result<Done> commit();

  private:
    explicit OutputFile(std::filesystem::path target) : target_(std::move(target)) {}
    void keep_rights();
    bool open_nameless();
    bool open_named();
    bool name_nameless();
    bool rename_named();
    Diagnostic not_named() const;

    void keep_private();

    std::filesystem::path target_;
    Existing existing_ = Existing::Replaced;
    std::filesystem::path beside_;  ///< its name until it is in place; empty when it has none
    int descriptor_ = -1;
    std::optional<unsigned> rights_;  ///< of the committed file, while it is kept private
};

struct NamedContent {
    std::filesystem::path target;
    std::string_view bytes;
};

/// All of them or none: every file is written before the first gets its name.
Result<Done> write_files(const std::vector<NamedContent>& files,
                         OutputFile::Existing existing = OutputFile::Existing::Replaced);

}  // namespace madoguchi::api
