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

/// Closes what open() gave.
struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

}  // namespace

Result<std::string> read_file(const std::filesystem::path& file, std::size_t limit) {
    // Opening a pipe would wait for somebody to write into it.
    const Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
    struct stat status = {};
    if (descriptor.number < 0 || ::fstat(descriptor.number, &status) != 0)
        return unreadable_now(file);
    if (!S_ISREG(status.st_mode)) return not_a_file(file, status.st_mode);
    if (static_cast<std::size_t>(status.st_size) > limit) return too_large(file, limit);
    std::string content(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t filled = 0;
    while (true) {
        // One byte more than expected shows the end, also of a file that grows meanwhile.
        if (filled == content.size())
            content.resize(filled + std::max<std::size_t>(filled / 2, 4096));
        const ssize_t got =
            ::read(descriptor.number, content.data() + filled, content.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return unreadable_now(file);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > limit) return too_large(file, limit);
    }
    content.resize(filled);
    return content;
}

}  // namespace madoguchi::api
