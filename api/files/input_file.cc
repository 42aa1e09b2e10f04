#include "api/files/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace madoguchi::api {

namespace {

Diagnostic unreadable(const std::filesystem::path& file, BilingualText what, BilingualText hint) {
    Diagnostic finding{.code = "input.unreadable", .message = std::move(what)};
    finding.origin.source = SourcePlace{.file = file.string()};
    finding.hints.push_back(std::move(hint));
    return finding;
}

Diagnostic unreadable_now(const std::filesystem::path& file) {
    const std::string reason = std::strerror(errno);
    return unreadable(
        file, {"ファイルを読めません（" + reason + "）", "cannot read the file (" + reason + ")"},
        {"ファイルの名前、場所、読み取り権限を確かめてください。",
         "Check the file's name, its place and the permission to read it."});
}

Diagnostic not_a_file(const std::filesystem::path& file, mode_t mode) {
    const BilingualText what =
        S_ISDIR(mode)
            ? BilingualText{"ファイルではなくフォルダーです", "it is a directory, not a file"}
            : BilingualText{"ふつうのファイルではありません（パイプや装置です）",
                            "it is no regular file (but a pipe or a device)"};
    return unreadable(file, what,
                      {"データや様式を保存したファイルを指定してください。",
                       "Name the file in which the data or the form are kept."});
}

Diagnostic too_large(const std::filesystem::path& file, std::size_t limit) {
    const std::string most = std::to_string(limit >> 20);
    return unreadable(
        file, {"ファイルが大きすぎます", "the file is too large"},
        {"上限は" + most + "MBです。ファイルを間違えていないか確かめるか、分けてください。",
         "At most " + most + " MB are read. Check that it is the right file, or divide it."});
}

}  // namespace

Result<InputFile> InputFile::open(std::filesystem::path file) {
    InputFile input(std::move(file));
    // Opening a pipe would wait for somebody to write into it.
    input.descriptor_ = ::open(input.file_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat status = {};
    if (input.descriptor_ < 0 || ::fstat(input.descriptor_, &status) != 0)
        return unreadable_now(input.file_);
    if (!S_ISREG(status.st_mode)) return not_a_file(input.file_, status.st_mode);
    input.size_ = static_cast<std::size_t>(status.st_size);
    return input;
}

InputFile::InputFile(InputFile&& other) noexcept
    : file_(std::move(other.file_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_) {}

InputFile::~InputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<std::size_t> InputFile::read(std::span<char> into) {
    std::size_t filled = 0;
    while (filled < into.size()) {
        const ssize_t got = ::read(descriptor_, into.data() + filled, into.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return unreadable_now(file_);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

Result<std::string> read_file(const std::filesystem::path& file, std::size_t limit) {
    InputFile input = TRY(InputFile::open(file));
    if (input.size() > limit) return too_large(file, limit);
    std::string content(input.size(), '\0');
    std::size_t filled = 0;
    while (true) {
        // One byte more than expected shows the end, also of a file that grows meanwhile.
        if (filled == content.size())
            content.resize(filled + std::max<std::size_t>(filled / 2, 4096));
        const std::size_t got = TRY(input.read({content.data() + filled, content.size() - filled}));
        if (got == 0) break;
        filled += got;
        if (filled > limit) return too_large(file, limit);
    }
    content.resize(filled);
    return content;
}

}  // namespace madoguchi::api
