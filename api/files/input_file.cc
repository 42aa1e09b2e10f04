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

Diagnostic unreadable(const std::filesystem::path& file, BilingualText what) {
    Diagnostic finding{.code = "input.unreadable", .message = std::move(what)};
    finding.origin.source = SourcePlace{.file = file.string()};
    finding.hints.push_back({"ファイルの名前、場所、読み取り権限を確かめてください。",
                             "Check the file's name, its place and the permission to read it."});
    return finding;
}

Diagnostic unreadable_now(const std::filesystem::path& file) {
    const std::string reason = std::strerror(errno);
    return unreadable(
        file, {"ファイルを読めません（" + reason + "）", "cannot read the file (" + reason + ")"});
}

/// Closes what open() gave.
struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

}  // namespace

Result<std::string> read_file(const std::filesystem::path& file, std::size_t limit) {
    const Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat status = {};
    if (descriptor.number < 0 || ::fstat(descriptor.number, &status) != 0)
        return unreadable_now(file);
    if (S_ISDIR(status.st_mode)) {
        return unreadable(file,
                          {"ファイルではなくフォルダーです", "it is a directory, not a file"});
    }
    std::string content(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t filled = 0;
    while (true) {
        // One byte more than expected shows the end, also of pipes, whose size is not known.
        if (filled == content.size())
            content.resize(filled + std::max<std::size_t>(filled / 2, 4096));
        const ssize_t got =
            ::read(descriptor.number, content.data() + filled, content.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return unreadable_now(file);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > limit) {
            return unreadable(file, {"ファイルが大きすぎます", "the file is too large"});
        }
    }
    content.resize(filled);
    return content;
}

}  // namespace madoguchi::api
