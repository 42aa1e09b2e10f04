#include "api/tenants/gaiji_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "api/files/input_file.h"
#include "api/files/output_file.h"
#include "api/tenants/gaiji_file.h"
#include "fonts/gaiji/font_builder.h"

namespace madoguchi::api {

namespace {

constexpr const char* new_family = "Madoguchi Gaiji";

/// Held while a registry is changed. The directory is locked, not the file, which is replaced.
class DirectoryLock {
  public:
    static Result<DirectoryLock> take(const std::filesystem::path& directory) {
        DirectoryLock lock(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        while (lock.descriptor_ >= 0) {
            if (::flock(lock.descriptor_, LOCK_EX) == 0) return lock;
            if (errno != EINTR) break;
        }
        const std::string reason = std::strerror(errno);
        Diagnostic finding{.code = "tenant.not-locked"};
        finding.message = {"自治体のフォルダーを使えません（" + reason + "）",
                           "the tenant's directory cannot be used (" + reason + ")"};
        finding.origin.source = SourcePlace{.file = directory.string()};
        return finding;
    }
    DirectoryLock(DirectoryLock&& other) noexcept
        : descriptor_(std::exchange(other.descriptor_, -1)) {}
    DirectoryLock& operator=(DirectoryLock&&) = delete;
    ~DirectoryLock() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

  private:
    explicit DirectoryLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}  // namespace

Result<fonts::GaijiRegistry> read_gaiji(const std::filesystem::path& file) {
    std::string source = TRY(read_file(file));
    return read_gaiji_file(std::move(source), file.string());
}

Result<fonts::GaijiRegistry> change_gaiji(
    const std::filesystem::path& file,
    const std::function<Result<fonts::GaijiRegistry>(const fonts::GaijiRegistry&)>& change) {
    const DirectoryLock lock = TRY(DirectoryLock::take(file.parent_path()));
    std::error_code unknown;  // is said when the file is read
    fonts::GaijiRegistry registry(new_family);
    if (std::filesystem::symlink_status(file, unknown).type() !=
        std::filesystem::file_type::not_found)
        registry = TRY(read_gaiji(file));
    registry = TRY(change(registry));
    TRY(fonts::build_font(registry.font()));
    const std::string text = write_gaiji_file(registry);
    TRY(read_gaiji_file(text, file.string()));
    TRY(write_files({{file, text}}));
    return registry;
}

}  // namespace madoguchi::api
