#include "api/store/sqlite/engine.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>
#include <mutex>
#include <system_error>
#include <utility>

#include "api/store/failure.h"
#include "api/store/sqlite/database.h"

namespace madoguchi::api::store {

namespace fs = std::filesystem;

namespace {

Diagnostic no_directory() {
    return store_failure("store.unavailable", {"保存先のフォルダーを使えません。",
                                               "The store's directory cannot be used."});
}

/// Held until the process ends or lets go of it, however it ends.
class DirectoryLock {
  public:
    static Result<DirectoryLock> take(const fs::path& file) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0) return no_directory();
        DirectoryLock lock(descriptor);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
            return store_failure("store.in-use",
                                 {"保存先は、動いているほかのプログラムが使っています。",
                                  "Another running program holds the store."});
        return lock;
    }
    DirectoryLock(DirectoryLock&& other) noexcept
        : descriptor_(std::exchange(other.descriptor_, -1)) {}
    DirectoryLock& operator=(DirectoryLock&&) = delete;
    ~DirectoryLock() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

  private:
    explicit DirectoryLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
};

/// For the owner alone; the files in it may be born with wider rights.
bool make_private(const fs::path& directory) {
    std::error_code error;
    fs::create_directories(directory, error);
    return !error && ::chmod(directory.c_str(), S_IRWXU) == 0;
}

class SqliteEngine : public Engine {
  public:
    SqliteEngine(fs::path directory, DirectoryLock lock)
        : directory_(std::move(directory)), lock_(std::move(lock)) {}

    Result<Done> open_control() {
        control_ =
            TRY(SqliteDatabase::open(directory_ / "control.db", sqlite_control_migrations()));
        return Done{};
    }

    Result<Done> write(const Scope& scope, const Work& work) override {
        SqliteDatabase* const database = TRY(database_of(scope));
        return database->write(work);
    }

    Result<Done> read(const Scope& scope, const Work& work) override {
        SqliteDatabase* const database = TRY(database_of(scope));
        return database->read(work);
    }

    Result<Done> make_room(const TenantId& tenant) override {
        const std::lock_guard lock(mutex_);
        return open_tenant(tenant);
    }

  private:
    Result<SqliteDatabase*> database_of(const Scope& scope) {
        if (scope.is_control()) return control_.get();
        const std::lock_guard lock(mutex_);
        if (const auto known = tenants_.find(scope); known != tenants_.end())
            return known->second.get();
        std::error_code error;
        if (!fs::exists(file_of(scope), error))
            return store_failure("store.no-tenant", {"この自治体の保存先はありません。",
                                                     "There is no store of this tenant."});
        TRY(open_tenant(scope));
        return tenants_.at(scope).get();
    }

    Result<Done> open_tenant(const TenantId& tenant) {
        if (tenants_.contains(tenant)) return Done{};
        if (!make_private(directory_ / "tenants")) return no_directory();
        auto database = TRY(SqliteDatabase::open(file_of(tenant), sqlite_tenant_migrations()));
        tenants_.emplace(tenant, std::move(database));
        return Done{};
    }

    fs::path file_of(const TenantId& tenant) const {
        return directory_ / "tenants" / (tenant.text() + ".db");
    }

    const fs::path directory_;
    const DirectoryLock lock_;
    std::unique_ptr<SqliteDatabase> control_;
    std::mutex mutex_;
    std::map<TenantId, std::unique_ptr<SqliteDatabase>> tenants_;
};

}  // namespace

Result<std::unique_ptr<Engine>> open_sqlite(const fs::path& directory) {
    if (!make_private(directory)) return no_directory();
    DirectoryLock lock = TRY(DirectoryLock::take(directory / "in-use.lock"));
    auto engine = std::make_unique<SqliteEngine>(directory, std::move(lock));
    TRY(engine->open_control());
    return std::unique_ptr<Engine>(std::move(engine));
}

}  // namespace madoguchi::api::store
