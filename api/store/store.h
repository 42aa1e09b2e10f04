// The service's store: an engine, the keys of those whose data it keeps, and the trail of what was
// done.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "api/audit/checkpoint.h"
#include "api/audit/trail.h"
#include "api/clock.h"
#include "api/keys/tenant_keys.h"
#include "api/store/engine.h"

namespace madoguchi::api::store {

/// Exactly one of `directory` and `connection` is set.
struct StoreSettings {
    std::filesystem::path directory;  ///< of SQLite
    std::string connection;           ///< of PostgreSQL: the role of the service
    std::string owner_connection;     ///< of PostgreSQL: the role that owns the tables
    std::filesystem::path master_key;
    std::filesystem::path checkpoints;  ///< directory of audit checkpoints, outside the store
};

/// What a piece of work may do in its transaction.
class Transaction {
  public:
    Transaction(Session& session, const TenantId& scope, const TenantKeys& keys, const Clock& clock)
        : session(session), scope(scope), keys(keys), clock(clock) {}

    /// Into the trail of the scope: kept if and only if the transaction is.
    Result<Done> note(const audit::Entry& entry);

    /// Under the scope's newest key, for one record of one table (keys/sealing.h).
    std::string seal(std::string_view table, std::string_view record, std::string_view text) const;
    /// Nothing when it is not what was sealed for that record, whichever of the scope's keys it
    /// was.
    std::optional<std::string> open(std::string_view table, std::string_view record,
                                    std::string_view sealed) const;

    Session& session;
    const TenantId& scope;
    const TenantKeys& keys;
    const Clock& clock;
};

/// Used from many threads at once.
class Store {
  public:
    using Work = std::function<Result<Done>(Transaction&)>;

    /// Makes what is missing: the master key's file, directories, tables, the service's own keys.
    /// Nothing that is there is changed but tables that are older than this program.
    static Result<Done> create(const StoreSettings& settings);
    static Result<std::unique_ptr<Store>> open(const StoreSettings& settings, Clock clock);

    /// Findings "store.…", and "key.…" when the scope's keys do not open.
    Result<Done> write(const TenantId& scope, const Work& work);
    Result<Done> read(const TenantId& scope, const Work& work);

    Result<Done> make_room(const TenantId& tenant) { return engine_->make_room(tenant); }
    /// Rows as they are, of a tenant whose keys are not there yet: for restoring.
    Result<Done> put_rows(const TenantId& tenant, const store::Work& work);
    const MasterKeys& masters() const { return masters_; }
    /// The scope's keys have changed.
    void forget_keys(const TenantId& scope);

    /// Signs how far the scope's trail has come, behind the earlier checkpoints; nothing when it
    /// has no entry. Finding "audit.unwritten".
    Result<Done> write_checkpoint(const TenantId& scope);
    /// Holds the trail against itself and its checkpoints.
    Result<audit::Verdict> verify_trail(const TenantId& scope);

  private:
    Store(std::unique_ptr<Engine> engine, MasterKeys masters, std::filesystem::path checkpoints,
          Clock clock)
        : engine_(std::move(engine)),
          masters_(std::move(masters)),
          checkpoints_(std::move(checkpoints)),
          clock_(std::move(clock)) {}

    using SharedKeys = std::shared_ptr<const TenantKeys>;
    Result<SharedKeys> keys_of(const TenantId& scope);
    static Result<Done> create_with_key(const StoreSettings& settings);
    Result<Done> make_own_keys();
    std::filesystem::path checkpoint_file(const TenantId& scope) const;

    const std::unique_ptr<Engine> engine_;
    const MasterKeys masters_;
    const std::filesystem::path checkpoints_;
    const Clock clock_;
    std::mutex mutex_;
    std::unordered_map<std::string, SharedKeys> keys_;
};

}  // namespace madoguchi::api::store
