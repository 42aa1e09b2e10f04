#include "api/store/sqlite/database.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <exception>
#include <utility>

#include "api/store/failure.h"
#include "api/store/transaction.h"

namespace madoguchi::api::store {

namespace {

/// More would wait for the disk together.
constexpr std::size_t most_readers = 4;
/// 16 MB of log: a checkpoint now and then, far from each commit.
constexpr int checkpoint_pages = 4096;

/// The engine gives its log the rights of the file, and a new file those of everybody.
void make_private(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) return;  // connecting says what is wrong
    ::fchmod(descriptor, S_IRUSR | S_IWUSR);
    ::close(descriptor);
}

Diagnostic damaged() {
    return store_failure("store.damaged",
                         {"保存先のファイルが壊れています。", "The store's file is damaged."});
}

}  // namespace

Result<std::unique_ptr<SqliteDatabase>> SqliteDatabase::open(
    const std::filesystem::path& file, std::span<const Migration> migrations) {
    std::unique_ptr<SqliteDatabase> database(new SqliteDatabase(file));
    make_private(file);
    try {
        database->writer_ = connect(file, Purpose::Writing, &database->log_);
        if (!is_sound(*database->writer_, std::filesystem::file_size(file))) return damaged();
    } catch (const soci::soci_error& error) {
        return failure_of(error);
    }
    TRY(run_transaction(*database->writer_, Dialect::Sqlite, "begin immediate",
                        [&](Session& session) { return migrate(session, migrations); }));
    database->thread_ = std::thread([owner = database.get()] { owner->run_writer(); });
    return database;
}

SqliteDatabase::~SqliteDatabase() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

Result<Done> SqliteDatabase::write(const Work& work) {
    Turn turn{work, {}};
    std::future<Result<Done>> outcome = turn.outcome.get_future();
    {
        const std::lock_guard lock(mutex_);
        turns_.push_back(&turn);
    }
    changed_.notify_all();
    return outcome.get();
}

void SqliteDatabase::run_writer() {
    for (;;) {
        Turn* turn = nullptr;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return closing_ || !turns_.empty(); });
            if (turns_.empty()) break;
            turn = turns_.front();
            turns_.pop_front();
        }
        turn->outcome.set_value(
            run_transaction(*writer_, Dialect::Sqlite, "begin immediate", turn->work));
        if (log_.count < checkpoint_pages) continue;
        try {
            checkpoint(*writer_);
        } catch (const soci::soci_error&) {
            // The log stays and the next commit tries again; nothing of it is lost.
        }
    }
    writer_.reset();
}

Result<Done> SqliteDatabase::read(const Work& work) {
    std::unique_ptr<soci::session> reader;
    try {
        reader = take_reader();
    } catch (const soci::soci_error& error) {
        return failure_of(error);
    }
    Result<Done> outcome = run_transaction(*reader, Dialect::Sqlite, "begin", work);
    give_back(std::move(reader));
    return outcome;
}

std::unique_ptr<soci::session> SqliteDatabase::take_reader() {
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !readers_.empty() || open_readers_ < most_readers; });
        if (!readers_.empty()) {
            std::unique_ptr<soci::session> reader = std::move(readers_.back());
            readers_.pop_back();
            return reader;
        }
        ++open_readers_;
    }
    try {
        return connect(file_, Purpose::Reading, nullptr);
    } catch (...) {
        {
            const std::lock_guard lock(mutex_);
            --open_readers_;
        }
        changed_.notify_all();
        throw;
    }
}

void SqliteDatabase::give_back(std::unique_ptr<soci::session> reader) {
    {
        const std::lock_guard lock(mutex_);
        readers_.push_back(std::move(reader));
    }
    changed_.notify_all();
}

}  // namespace madoguchi::api::store
