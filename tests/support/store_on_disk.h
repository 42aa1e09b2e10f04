// A store of one tenant, on either engine.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "api/store/store.h"
#include "tests/support/empty_store.h"

namespace madoguchi::tests {

class StoreOnDisk {
  public:
    /// SQLite in `data`, unless that is empty.
    explicit StoreOnDisk(const std::string& engine, const std::filesystem::path& data = {});
    ~StoreOnDisk();
    StoreOnDisk(const StoreOnDisk&) = delete;
    StoreOnDisk& operator=(const StoreOnDisk&) = delete;

    /// The file that says where everything is.
    std::string service_file() const { return (folder_ / "service.json").string(); }
    /// Of SQLite.
    const std::filesystem::path& data() const { return store_.directory(); }
    Result<std::unique_ptr<api::store::Store>> open() const;

    static api::TenantId minato() { return *api::TenantId::parse("minato"); }

  private:
    EmptyStore store_;
    std::filesystem::path folder_;
};

}  // namespace madoguchi::tests
