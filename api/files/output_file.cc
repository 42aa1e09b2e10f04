#include "api/files/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

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

}  // namespace

OutputFile::OutputFile(std::filesystem::path target, std::filesystem::path beside, int descriptor)
    : target_(std::move(target)), beside_(std::move(beside)), descriptor_(descriptor) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : target_(std::move(other.target_)),
      beside_(std::move(other.beside_)),
      descriptor_(std::exchange(other.descriptor_, -1)) {
    other.beside_.clear();
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!beside_.empty()) ::unlink(beside_.c_str());
}

Result<OutputFile> OutputFile::create(std::filesystem::path target) {
    std::string pattern = target.string() + ".XXXXXX";
    const int descriptor = ::mkostemp(pattern.data(), O_CLOEXEC);
    if (descriptor < 0) {
        return failure("output.create", target, {"ファイルを作れません", "cannot create the file"});
    }
    OutputFile file(std::move(target), pattern, descriptor);
    // mkostemp gives 0600; a document takes the permissions any new file of this user gets.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor, 0666 & ~mask);
    return file;
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

Result<Done> OutputFile::commit() {
    const BilingualText what = {"ファイルを保存できません", "cannot save the file"};
    if (::fsync(descriptor_) != 0) return failure("output.flush", target_, what);
    if (::close(std::exchange(descriptor_, -1)) != 0) return failure("output.flush", target_, what);
    if (::rename(beside_.c_str(), target_.c_str()) != 0)
        return failure("output.rename", target_, what);
    beside_.clear();
    return Done{};
}

Result<Done> write_files(const std::vector<NamedContent>& files) {
    std::vector<OutputFile> written;
    written.reserve(files.size());
    for (const NamedContent& file : files) {
        OutputFile output = TRY(OutputFile::create(file.target));
        TRY(output.write(file.bytes));
        written.push_back(std::move(output));
    }
    for (OutputFile& file : written)
        TRY(file.commit());
    return Done{};
}

}  // namespace madoguchi::api
