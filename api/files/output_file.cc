#include "api/files/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "api/files/output_place.h"

namespace madoguchi::api {

namespace {

Diagnostic failure(std::string code, const std::filesystem::path& file, BilingualText what) {
    const std::string reason = std::strerror(errno);
    what.ja += "（" + reason + "）";
    what.en += " (" + reason + ")";
    Diagnostic finding{.code = std::move(code), .message = std::move(what)};
    finding.origin.source = SourcePlace{.file = file.string()};
    finding.hints.push_back(
        {"保存先の場所、空き容量、書き込み権限を確かめてください。途中まで書いたファイルは残してい"
         "ません。",
         "Check the place, the free space and the permissions; no partial file was left."});
    return finding;
}

/// As any new file of this user: the process's mask takes from it.
constexpr mode_t new_file_mode = 0666;

/// By which a file without a name can be linked to.
std::string name_of_descriptor(int descriptor) {
    return "/proc/self/fd/" + std::to_string(descriptor);
}

/// A name beside the target. The process's number keeps it apart from those of others that write
/// the same file now; a further attempt avoids what is there all the same.
std::string name_beside(const std::filesystem::path& target, int attempt) {
    return target.string() + '.' + std::to_string(::getpid()) + '-' + std::to_string(attempt) +
           ".new";
}

constexpr int most_attempts = 1000;

/// 0 or the system's reason. Between the two calls the file has two names.
int link_and_rename(const char* nameless, const char* beside, const char* target) {
    if (::linkat(AT_FDCWD, nameless, AT_FDCWD, beside, AT_SYMLINK_FOLLOW) != 0) return errno;
    if (::rename(beside, target) == 0) return 0;
    const int reason = errno;
    ::unlink(beside);
    return reason;
}

/// The same in a child, which ends its work although we are killed. Signals to our group do not
/// reach it. Where no child can be made it is done here.
int replace(const char* nameless, const char* beside, const char* target) {
    const pid_t child = ::fork();
    if (child < 0) return link_and_rename(nameless, beside, target);
    if (child == 0) {
        ::setsid();
        ::_exit(link_and_rename(nameless, beside, target));
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return errno;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : EINTR;
}

}  // namespace

OutputFile::OutputFile(OutputFile&& other) noexcept
    : target_(std::move(other.target_)),
      existing_(other.existing_),
      beside_(std::move(other.beside_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      rights_(other.rights_) {
    other.beside_.clear();
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!beside_.empty()) ::unlink(beside_.c_str());
}

/// A file that is replaced keeps its owner and who may read it: names of residents must not become
/// readable to more people than before. Where the owner cannot be kept, at least no right is added.
void OutputFile::keep_rights() {
    struct stat old {};
    if (::stat(target_.c_str(), &old) != 0 || !S_ISREG(old.st_mode)) return;
    const bool same_owner = ::fchown(descriptor_, old.st_uid, old.st_gid) == 0;
    ::fchmod(descriptor_, old.st_mode & (same_owner ? 07777U : 0700U));
}

bool OutputFile::open_nameless() {
    const std::filesystem::path directory =
        target_.has_parent_path() ? target_.parent_path() : std::filesystem::path(".");
    descriptor_ = ::open(directory.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, new_file_mode);
    if (descriptor_ < 0) return false;
    if (::access(name_of_descriptor(descriptor_).c_str(), F_OK) == 0) return true;
    // Without /proc it could never get a name.
    ::close(std::exchange(descriptor_, -1));
    return false;
}

bool OutputFile::open_named() {
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        const std::string name = name_beside(target_, attempt);
        descriptor_ = ::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, new_file_mode);
        if (descriptor_ >= 0) beside_ = name;
        if (descriptor_ >= 0 || errno != EEXIST) break;
    }
    return descriptor_ >= 0;
}

Result<OutputFile> OutputFile::create(std::filesystem::path target, Existing existing,
                                      Unfinished kept) {
    std::filesystem::path place = TRY(follow_links(std::move(target)));
    OutputFile file(std::move(place));
    file.existing_ = existing;
    // Whatever else prevented the one, a missing directory for instance, prevents the other as
    // well.
    const bool open = (kept == Unfinished::Nameless && file.open_nameless()) || file.open_named();
    if (open) {
        file.keep_rights();
        return file;
    }
    return failure("output.create", file.target_,
                   {"ファイルを作れません", "cannot create the file"});
}

void OutputFile::keep_private() {
    struct stat now {};
    if (::fstat(descriptor_, &now) == 0) rights_ = now.st_mode & 07777U;
    ::fchmod(descriptor_, S_IRUSR | S_IWUSR);
}

Result<OutputFile> OutputFile::reopen(std::filesystem::path target,
                                      const std::filesystem::path& unfinished, std::uint64_t size) {
    // Whatever it would have been created with: a file without a name tells.
    OutputFile fresh = TRY(create(std::move(target)));
    struct stat wanted {};
    if (::fstat(fresh.descriptor_, &wanted) == 0) fresh.rights_ = wanted.st_mode & 07777U;
    const int kept = ::open(unfinished.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (kept < 0 || ::ftruncate(kept, static_cast<off_t>(size)) != 0 ||
        ::lseek(kept, 0, SEEK_END) < 0) {
        Diagnostic finding = failure(
            "output.unfinished", unfinished,
            {"途中まで書いたファイルを続けられません", "cannot go on with the unfinished file"});
        if (kept >= 0) ::close(kept);
        return finding;
    }
    ::close(std::exchange(fresh.descriptor_, kept));
    if (!fresh.beside_.empty()) ::unlink(fresh.beside_.c_str());
    fresh.beside_ = unfinished;
    return fresh;
}

Result<Done> OutputFile::flush() {
    if (::fdatasync(descriptor_) == 0) return Done{};
    return failure("output.flush", target_, {"ファイルを保存できません", "cannot save the file"});
}

Result<Done> OutputFile::keep_as(const std::filesystem::path& unfinished) {
    keep_private();
    ::unlink(unfinished.c_str());
    const bool named = beside_.empty()
                           ? ::linkat(AT_FDCWD, name_of_descriptor(descriptor_).c_str(), AT_FDCWD,
                                      unfinished.c_str(), AT_SYMLINK_FOLLOW) == 0
                           : ::rename(beside_.c_str(), unfinished.c_str()) == 0;
    if (!named)
        return failure(
            "output.unfinished", unfinished,
            {"途中まで書いたファイルに名前を付けられません", "cannot name the unfinished file"});
    beside_ = unfinished;
    return Done{};
}

Result<Done> OutputFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            return failure("output.write", target_,
                           {"ファイルに書き込めません", "cannot write the file"});
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done{};
}

bool OutputFile::name_nameless() {
    const std::string nameless = name_of_descriptor(descriptor_);
    const char* target = target_.c_str();
    if (::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, target, AT_SYMLINK_FOLLOW) == 0) return true;
    if (existing_ == Existing::Kept) return false;
    // A link replaces nothing, and a rename needs a name to begin with.
    for (int attempt = 0; errno == EEXIST && attempt < most_attempts; ++attempt) {
        errno = replace(nameless.c_str(), name_beside(target_, attempt).c_str(), target);
        if (errno == 0) return true;
    }
    return false;
}

bool OutputFile::rename_named() {
    if (existing_ == Existing::Kept) {
        return ::link(beside_.c_str(), target_.c_str()) == 0;  // the other name goes with us
    }
    if (::rename(beside_.c_str(), target_.c_str()) != 0) return false;
    beside_.clear();
    return true;
}

Diagnostic OutputFile::not_named() const {
    const bool is_taken = existing_ == Existing::Kept && errno == EEXIST;
    const BilingualText what =
        is_taken ? BilingualText{"同じ名前のファイルが先に作られています",
                                 "another run has made a file of this name"}
                 : BilingualText{"ファイルを保存できません", "cannot save the file"};
    return failure(is_taken ? "output.exists" : "output.rename", target_, what);
}

Result<Done> OutputFile::commit() {
    if (rights_) ::fchmod(descriptor_, *rights_);
    if (::fsync(descriptor_) != 0) {
        return failure("output.flush", target_,
                       {"ファイルを保存できません", "cannot save the file"});
    }
    if (!(beside_.empty() ? name_nameless() : rename_named())) return not_named();
    ::close(std::exchange(descriptor_, -1));
    return Done{};
}

Result<Done> write_files(const std::vector<NamedContent>& files, OutputFile::Existing existing) {
    std::vector<OutputFile> written;
    written.reserve(files.size());
    for (const NamedContent& file : files) {
        OutputFile output = TRY(OutputFile::create(file.target, existing));
        TRY(output.write(file.bytes));
        written.push_back(std::move(output));
    }
    for (OutputFile& file : written)
        TRY(file.commit());
    return Done{};
}

}  // namespace madoguchi::api
