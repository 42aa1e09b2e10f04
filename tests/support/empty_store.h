// An empty store for one test, on either engine.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "api/store/engine.h"

namespace madoguchi::tests {

/// "sqlite": a directory of its own. "postgresql": a database of its own in the cluster that
/// tests/support/postgresql_cluster.sh runs, with up-to-date tables.
class EmptyStore {
  public:
    explicit EmptyStore(const std::string& engine, const std::filesystem::path& directory = {});
    EmptyStore(const EmptyStore&) = delete;
    EmptyStore& operator=(const EmptyStore&) = delete;
    ~EmptyStore();

    /// Opens what is there; several times one after the other.
    Result<std::unique_ptr<api::store::Engine>> open() const;

    bool is_sqlite() const { return !directory_.empty(); }
    const std::filesystem::path& directory() const { return directory_; }
    /// libpq's parameters, as the role of the service and as the owner of the tables.
    std::string service_connection() const;
    std::string owner_connection() const;

  private:
    std::filesystem::path directory_;  ///< of SQLite
    std::string database_;             ///< of PostgreSQL
};

}  // namespace madoguchi::tests
