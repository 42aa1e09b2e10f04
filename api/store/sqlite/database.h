// One SQLite file: one thread writes, several read.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <future>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "api/store/engine.h"
#include "api/store/migrations.h"
#include "api/store/sqlite/connection.h"

namespace madoguchi::api::store {

class SqliteDatabase {
  public:
    /// Makes the file when there is none, and brings its tables up to date.
    static Result<std::unique_ptr<SqliteDatabase>> open(const std::filesystem::path& file,
                                                        std::span<const Migration> migrations);
    ~SqliteDatabase();
    SqliteDatabase(const SqliteDatabase&) = delete;
    SqliteDatabase& operator=(const SqliteDatabase&) = delete;

    /// In its turn; the caller waits.
    Result<Done> write(const Work& work);
    Result<Done> read(const Work& work);

  private:
    explicit SqliteDatabase(std::filesystem::path file) : file_(std::move(file)) {}
    struct Turn {
        const Work& work;
        std::promise<Result<Done>> outcome;
    };

    void run_writer();
    std::unique_ptr<soci::session> take_reader();
    void give_back(std::unique_ptr<soci::session> reader);

    const std::filesystem::path file_;
    LogPages log_;
    std::unique_ptr<soci::session> writer_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Turn*> turns_;
    std::vector<std::unique_ptr<soci::session>> readers_;  ///< not at work
    std::size_t open_readers_ = 0;
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace madoguchi::api::store
