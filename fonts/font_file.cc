#include "fonts/font_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace madoguchi::fonts {

namespace {

Diagnostic unreadable(const std::string& name) {
    return font_finding("font.unreadable", name,
                        {"フォントファイル「" + name + "」を読み込めません。",
                         "The font file \"" + name + "\" cannot be read."},
                        {"ファイルの場所、種類、読み取り権限を確認してください。",
                         "Check that the file is there, is a regular file and may be read."});
}

/// Closes a file descriptor at the end of its scope; a mapping outlives it (mmap(2)).
struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

}  // namespace

Diagnostic font_finding(std::string code, const std::string& name, BilingualText message,
                        BilingualText hint) {
    Diagnostic finding;
    finding.code = std::move(code);
    finding.message = std::move(message);
    finding.origin.source = SourcePlace{.file = name};
    finding.hints.push_back(std::move(hint));
    return finding;
}

Diagnostic contradictory_font(const std::string& name) {
    return font_finding("font.contradiction", name,
                        {"フォント「" + name + "」の内部の表が互いに矛盾しています。",
                         "The tables of the font \"" + name + "\" contradict each other."},
                        {"フォントを入手し直すか、作り直してください。",
                         "Get the font again, or have it made anew."});
}

Result<FontFile> FontFile::map(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    // Opening a pipe would wait for somebody to write into it.
    const Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat status {};
    if (descriptor.number < 0 || ::fstat(descriptor.number, &status) != 0 ||
        !S_ISREG(status.st_mode)) {
        return unreadable(name);
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) return FontFile(Bytes{}, name);
    void* const address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.number, 0);
    if (address == MAP_FAILED) return unreadable(name);
    return FontFile(ByteView(static_cast<const std::uint8_t*>(address), size), name);
}

FontFile::FontFile(Bytes bytes, std::string name)
    : name_(std::move(name)), owned_(std::move(bytes)), view_(owned_) {}

FontFile::FontFile(ByteView mapping, std::string name)
    : name_(std::move(name)), view_(mapping), mapping_(mapping) {}

FontFile::FontFile(FontFile&& other) noexcept
    : name_(std::move(other.name_)),
      owned_(std::move(other.owned_)),
      view_(std::exchange(other.view_, {})),
      mapping_(std::exchange(other.mapping_, {})) {}

FontFile::~FontFile() {
    if (!mapping_.empty()) ::munmap(const_cast<std::uint8_t*>(mapping_.data()), mapping_.size());
}

}  // namespace madoguchi::fonts
