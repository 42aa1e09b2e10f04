#include "tests/support/empty_store.h"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "api/store/postgresql/engine.h"
#include "api/store/sqlite/engine.h"
#include "tests/support/shell.h"

namespace madoguchi::tests {

namespace {

namespace fs = std::filesystem;

/// The tests' common one, unless a test crashes one of its own.
std::string cluster_place() {
    const char* const own = std::getenv("MADOGUCHI_TEST_CLUSTER");
    return own == nullptr ? MADOGUCHI_CLUSTER : own;
}

std::string unique_name() {
    static int number = 0;
    return "t" + std::to_string(::getpid()) + "_" + std::to_string(number++);
}

std::string connection(const std::string& user, const std::string& database) {
    return "host='" + cluster_place() + "' user=" + user + " dbname=" + database;
}

void run(const std::string& command) {
    const Said said = shell(command + " 2>&1");
    if (said.status != 0) throw std::runtime_error(command + ": " + said.output);
}

void on_cluster(const std::string& statement) {
    run("psql -q -X -v ON_ERROR_STOP=1 -d \"" + connection("madoguchi_owner", "postgres") +
        "\" -c '" + statement + "'");
}

}  // namespace

EmptyStore::EmptyStore(const std::string& engine, const fs::path& directory) {
    if (engine == "sqlite") {
        directory_ = directory;
        if (directory.empty())
            directory_ = fs::temp_directory_path() / ("madoguchi-store-" + unique_name());
        fs::remove_all(directory_);
        return;
    }
    run(std::string("bash ") + MADOGUCHI_SOURCE_DIR +
        "/tests/support/postgresql_cluster.sh start " + cluster_place());
    database_ = unique_name();
    on_cluster("create database " + database_);
    const auto migrated = api::store::migrate_postgresql(owner_connection());
    if (!migrated.ok()) throw std::runtime_error(to_line(migrated.findings().front()));
}

EmptyStore::~EmptyStore() {
    if (is_sqlite()) {
        fs::remove_all(directory_);
        return;
    }
    shell("psql -q -X -d \"" + connection("madoguchi_owner", "postgres") +
          "\" -c 'drop database if exists " + database_ + " with (force)'");
}

Result<std::unique_ptr<api::store::Engine>> EmptyStore::open() const {
    return is_sqlite() ? api::store::open_sqlite(directory_)
                       : api::store::open_postgresql(service_connection());
}

std::string EmptyStore::service_connection() const {
    return connection("madoguchi_service", database_);
}

std::string EmptyStore::owner_connection() const {
    return connection("madoguchi_owner", database_);
}

}  // namespace madoguchi::tests
