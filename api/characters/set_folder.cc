#include "api/characters/set_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "api/files/output_file.h"

namespace madoguchi::api {

namespace {

namespace fs = std::filesystem;

Diagnostic failure(const fs::path& place, int reason) {
    const std::string why = std::strerror(reason);
    return fonts::set_finding(
        "folder", place.string(), 0,
        {"文字集合のフォルダーに書き込めません（" + why + "）。何も変えていません。",
         "The folder of character sets cannot be written (" + why + "). Nothing has changed."},
        {"場所、空き容量、書き込み権限を確かめてください。",
         "Check the place, the free space and the permissions."});
}

Diagnostic busy(const fs::path& directory) {
    return fonts::set_finding("busy", directory.string(), 0,
                              {"別の導入が行われています。", "Another installation is running."},
                              {"それが終わってから、もう一度実行してください。",
                               "Run it again when that one has finished."});
}

void flush(const fs::path& directory) {
    const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

SetFolder::SetFolder(fs::path directory, std::string name, int lock)
    : directory_(std::move(directory)), name_(std::move(name)), lock_(lock) {}

SetFolder::SetFolder(SetFolder&& other) noexcept
    : directory_(std::move(other.directory_)),
      name_(std::move(other.name_)),
      lock_(std::exchange(other.lock_, -1)) {}

SetFolder::~SetFolder() {
    if (lock_ < 0) return;
    std::error_code ignored;  // hidden, and removed by the next installation
    fs::remove_all(beside(), ignored);
    ::close(lock_);
}

Result<SetFolder> SetFolder::open(const fs::path& directory, const std::string& name) {
    std::error_code error;
    fs::create_directories(directory, error);
    if (error) return failure(directory, error.value());
    const int lock = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock < 0) return failure(directory, errno);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return busy(directory);
    }
    return SetFolder(directory, name, lock);
}

Result<Done> SetFolder::write_beside(const std::vector<PackageFile>& files) const {
    std::error_code error;
    fs::remove_all(beside(), error);
    if (!error) fs::create_directory(beside(), error);
    if (error) return failure(beside(), error.value());
    std::vector<NamedContent> contents;
    for (const PackageFile& file : files)
        contents.push_back({beside() / file.name, file.bytes});
    TRY(write_files(contents));
    flush(beside());
    return Done{};
}

bool SetFolder::swap() const {
    const std::string fresh = beside().filename().string();
    const int way = fs::exists(fs::symlink_status(place())) ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    return ::renameat2(lock_, fresh.c_str(), lock_, name_.c_str(), static_cast<unsigned>(way)) == 0;
}

Result<Done> SetFolder::replace(const std::vector<PackageFile>& files) {
    TRY(write_beside(files));
    if (!swap()) return failure(place(), errno);
    ::fsync(lock_);
    return Done{};
}

}  // namespace madoguchi::api
