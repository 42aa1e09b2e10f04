#include "api/batch/unfinished_file.h"

#include <fcntl.h>
#include <libdeflate.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "api/batch/journal.h"
#include "api/batch/unfinished_findings.h"
#include "api/files/input_file.h"
#include "api/files/output_place.h"

namespace madoguchi::api {

namespace {

constexpr mode_t owner_only = 0600;

/// How many chapters of the file are as the journal says.
std::size_t whole_chapters(const std::filesystem::path& part, const Journal& journal) {
    Result<InputFile> file = InputFile::open(part);
    if (!file.ok()) return 0;
    std::array<char, 1 << 16> buffer;
    std::uint64_t at = 0;
    for (std::size_t i = 0; i < journal.entries.size(); ++i) {
        std::uint32_t checksum = 0;
        for (std::uint64_t left = journal.entries[i].here.pdf.bytes; at < left;) {
            const auto most = std::min<std::uint64_t>(buffer.size(), left - at);
            const Result<std::size_t> size =
                file->read({buffer.data(), static_cast<std::size_t>(most)});
            if (!size.ok() || *size == 0) return i;
            checksum = libdeflate_crc32(checksum, buffer.data(), *size);
            at += *size;
        }
        if (checksum != journal.entries[i].checksum) return i;
    }
    return journal.entries.size();
}

/// All that the first `count` entries tell; nothing when they do not follow each other.
std::optional<render::BatchCheckpoint> put_together(Journal& journal, std::size_t count) {
    render::BatchCheckpoint all;
    for (std::size_t i = 0; i < count; ++i) {
        render::BatchCheckpoint& here = journal.entries[i].here;
        if (!all.pdf.go_on_to(std::move(here.pdf))) return std::nullopt;
        all.printed = here.printed;
        all.refused = here.refused;
        append(all.findings, std::move(here.findings));
    }
    return all;
}

}  // namespace

UnfinishedFile::UnfinishedFile(std::filesystem::path target, std::string identity)
    : target_(std::move(target)), identity_(std::move(identity)) {
    part_ = target_.string() + ".unfinished";
    journal_file_ = part_.string() + ".journal";
}

UnfinishedFile::~UnfinishedFile() {
    if (journal_ < 0) return;
    if (file_) file_->leave();
    ::close(journal_);
}

Result<std::unique_ptr<UnfinishedFile>> UnfinishedFile::open(const std::filesystem::path& target,
                                                             std::string identity, Start start) {
    std::filesystem::path place = TRY(follow_links(target));
    std::unique_ptr<UnfinishedFile> file(new UnfinishedFile(std::move(place), std::move(identity)));
    TRY(file->take_up(start));
    if (!file->file_) {
        OutputFile output = TRY(OutputFile::create(file->target_));
        file->file_.emplace(std::move(output));
    }
    return file;
}

Result<Done> UnfinishedFile::take_up(Start start) {
    journal_ = ::open(journal_file_.c_str(), O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
    if (journal_ < 0) return Done{};
    if (::flock(journal_, LOCK_EX | LOCK_NB) != 0) {
        ::close(std::exchange(journal_, -1));
        return already_running(target_);
    }
    if (start == Start::Anew) {
        ::unlink(part_.c_str());
        remove_journal();
        return Done{};
    }
    const std::string journal = TRY(read_file(journal_file_));
    return go_on(journal);
}

Result<Done> UnfinishedFile::go_on(const std::string& text) {
    Journal journal = read_journal(text);
    if (!journal.identity.empty() && journal.identity != identity_) {
        ::close(std::exchange(journal_, -1));
        return unfinished_differs(target_, Restart::ByWord);
    }
    const std::size_t chapters = whole_chapters(part_, journal);
    from_ = put_together(journal, chapters);
    if (chapters == 0 || !from_) {
        from_.reset();
        ::unlink(part_.c_str());
        remove_journal();
        return Done{};
    }
    OutputFile output = TRY(OutputFile::reopen(target_, part_, from_->pdf.bytes));
    file_.emplace(std::move(output));
    if (::ftruncate(journal_, static_cast<off_t>(journal.ends[chapters - 1])) != 0)
        return journal_failure(journal_file_);
    return Done{};
}

Result<Done> UnfinishedFile::write(std::string_view bytes) {
    checksum_ = libdeflate_crc32(checksum_, bytes.data(), bytes.size());
    return file_->write(bytes);
}

Result<Done> UnfinishedFile::begin_journal() {
    journal_ =
        ::open(journal_file_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_APPEND | O_CLOEXEC, owner_only);
    if (journal_ < 0)
        return errno == EEXIST ? already_running(target_) : journal_failure(journal_file_);
    if (::flock(journal_, LOCK_EX | LOCK_NB) != 0) return already_running(target_);
    TRY(append_to_journal(journal_head(identity_)));
    return file_->keep_as(part_);
}

Result<Done> UnfinishedFile::checkpoint(const render::BatchCheckpoint& here) {
    if (journal_ < 0) TRY(begin_journal());
    TRY(file_->flush());
    TRY(append_to_journal(journal_line({here, checksum_})));
    checksum_ = 0;
    return Done{};
}

Result<Done> UnfinishedFile::append_to_journal(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(journal_, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return journal_failure(journal_file_);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fdatasync(journal_) != 0) return journal_failure(journal_file_);
    return Done{};
}

void UnfinishedFile::remove_journal() {
    if (journal_ < 0) return;
    ::unlink(journal_file_.c_str());
    ::close(std::exchange(journal_, -1));
}

Result<Done> UnfinishedFile::commit() {
    TRY(file_->commit());
    remove_journal();
    return Done{};
}

void UnfinishedFile::discard() {
    file_.reset();
    remove_journal();
}

}  // namespace madoguchi::api
