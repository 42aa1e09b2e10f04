#include "api/batch/unfinished_directory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "api/batch/journal.h"
#include "api/batch/unfinished_findings.h"
#include "api/files/input_file.h"
#include "api/files/output_place.h"

namespace madoguchi::api {

UnfinishedDirectory::UnfinishedDirectory(UnfinishedDirectory&& other) noexcept
    : directory_(std::move(other.directory_)),
      mark_(std::move(other.mark_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      goes_on_(other.goes_on_) {}

UnfinishedDirectory::~UnfinishedDirectory() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<UnfinishedDirectory> UnfinishedDirectory::open(const std::filesystem::path& directory,
                                                      const std::string& identity) {
    UnfinishedDirectory run(directory);
    run.mark_ = directory / "batch.unfinished.journal";
    run.descriptor_ = ::open(run.mark_.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (run.descriptor_ >= 0) {
        if (::flock(run.descriptor_, LOCK_EX | LOCK_NB) != 0) return already_running(directory);
        const std::string text = TRY(read_file(run.mark_));
        const Journal journal = read_journal(text);
        run.goes_on_ = journal.identity == identity;
        if (run.goes_on_) return run;
        if (!journal.identity.empty()) return unfinished_differs(directory, Restart::ElsewhereOnly);
    }
    TRY(open_directory(directory));
    if (run.descriptor_ < 0)
        run.descriptor_ =
            ::open(run.mark_.c_str(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    const std::string head = journal_head(identity);
    const bool marked =
        run.descriptor_ >= 0 && ::flock(run.descriptor_, LOCK_EX | LOCK_NB) == 0 &&
        ::ftruncate(run.descriptor_, 0) == 0 &&
        ::write(run.descriptor_, head.data(), head.size()) == static_cast<ssize_t>(head.size());
    if (!marked) return journal_failure(run.mark_);
    return run;
}

bool UnfinishedDirectory::is_kept(std::size_t number) const {
    std::error_code unreadable;
    return goes_on_ &&
           std::filesystem::is_regular_file(numbered_pdf(directory_, number), unreadable);
}

void UnfinishedDirectory::finish() {
    ::unlink(mark_.c_str());
}

}  // namespace madoguchi::api
