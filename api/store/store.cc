#include "api/store/store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "api/keys/sealing.h"
#include "api/store/audit_table.h"
#include "api/store/failure.h"
#include "api/store/postgresql/engine.h"
#include "api/store/sqlite/engine.h"
#include "api/store/tenant_key_table.h"

namespace madoguchi::api::store {

namespace fs = std::filesystem;

namespace {

Result<std::unique_ptr<Engine>> open_engine(const StoreSettings& settings) {
    return settings.connection.empty() ? open_sqlite(settings.directory)
                                       : open_postgresql(settings.connection);
}

Diagnostic not_written() {
    return {.code = "audit.unwritten",
            .message = {"監査の控え（チェックポイント）を書けませんでした。",
                        "The checkpoint could not be written."}};
}

/// Behind what the file holds, whole and on disk.
bool append_line(const fs::path& file, const std::string& line) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    const int descriptor =
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) return false;
    const bool is_written =
        ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
        ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && is_written;
}

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Result<Done> Transaction::note(const audit::Entry& entry) {
    AuditTable table(session);
    TRY(audit::append(table, scope, keys, clock, entry));
    return Done{};
}

std::string Transaction::seal(std::string_view table, std::string_view record,
                              std::string_view text) const {
    return api::seal(text, keys.newest_data(), keys.newest_data_number(),
                     {scope.text(), table, record});
}

std::optional<std::string> Transaction::open(std::string_view table, std::string_view record,
                                             std::string_view sealed) const {
    const std::optional<int> number = sealed_with(sealed);
    const SecretKey* const key = number ? keys.data(*number) : nullptr;
    if (key == nullptr) return std::nullopt;
    return open_sealed(sealed, *key, {scope.text(), table, record});
}

Result<Done> Store::create(const StoreSettings& settings) {
    std::error_code error;
    const bool is_new = !fs::exists(settings.master_key, error);
    if (is_new) {
        TRY(make_master_key_file(settings.master_key, "first"));
    }
    Result<Done> outcome = create_with_key(settings);
    // A new key beside data that were sealed under another one would only hide that this is lost.
    if (!outcome.ok() && is_new) fs::remove(settings.master_key, error);
    return outcome;
}

Result<Done> Store::create_with_key(const StoreSettings& settings) {
    if (!settings.connection.empty()) {
        TRY(migrate_postgresql(settings.owner_connection));
    }
    const std::unique_ptr<Store> store = TRY(open(settings, system_clock()));
    TRY(store->make_own_keys());
    TRY(store->keys_of(TenantId::control()));
    return Done{};
}

Result<Done> Store::make_own_keys() {
    return engine_->write(TenantId::control(), [this](Session& session) -> Result<Done> {
        const TenantId control = TenantId::control();
        const std::vector<WrappedKey> kept = TRY(tenant_keys(session, control));
        if (!kept.empty()) return Done{};
        for (const WrappedKey& key : make_tenant_keys(control, masters_)) {
            TRY(add_tenant_key(session, control, key));
        }
        return Done{};
    });
}

Result<std::unique_ptr<Store>> Store::open(const StoreSettings& settings, Clock clock) {
    MasterKeys masters = TRY(MasterKeys::read(settings.master_key));
    std::unique_ptr<Engine> engine = TRY(open_engine(settings));
    return std::unique_ptr<Store>(
        new Store(std::move(engine), std::move(masters), settings.checkpoints, std::move(clock)));
}

Result<Done> Store::write(const TenantId& scope, const Work& work) {
    const SharedKeys keys = TRY(keys_of(scope));
    return engine_->write(scope, [&](Session& session) {
        Transaction transaction(session, scope, *keys, clock_);
        return work(transaction);
    });
}

Result<Done> Store::read(const TenantId& scope, const Work& work) {
    const SharedKeys keys = TRY(keys_of(scope));
    return engine_->read(scope, [&](Session& session) {
        Transaction transaction(session, scope, *keys, clock_);
        return work(transaction);
    });
}

Result<Store::SharedKeys> Store::keys_of(const TenantId& scope) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto known = keys_.find(scope.text()); known != keys_.end()) return known->second;
    }
    std::vector<WrappedKey> wrapped;
    TRY(engine_->read(TenantId::control(), [&](Session& session) -> Result<Done> {
        wrapped = TRY(tenant_keys(session, scope));
        return Done{};
    }));
    if (wrapped.empty())
        return store_failure("store.no-tenant",
                             {"この自治体は登録されていません。", "There is no such tenant."});
    TenantKeys keys = TRY(TenantKeys::unwrap(scope, wrapped, masters_));
    const std::lock_guard lock(mutex_);
    return keys_.emplace(scope.text(), std::make_shared<const TenantKeys>(std::move(keys)))
        .first->second;
}

Result<Done> Store::put_rows(const TenantId& tenant, const store::Work& work) {
    TRY(engine_->make_room(tenant));
    return engine_->write(tenant, work);
}

void Store::forget_keys(const TenantId& scope) {
    const std::lock_guard lock(mutex_);
    keys_.erase(scope.text());
}

fs::path Store::checkpoint_file(const TenantId& scope) const {
    const std::string name = scope.is_control() ? "_service" : scope.text();
    return checkpoints_ / (name + ".jsonl");
}

Result<Done> Store::write_checkpoint(const TenantId& scope) {
    std::optional<audit::KeptEntry> last;
    std::string line;
    TRY(write(scope, [&](Transaction& transaction) -> Result<Done> {
        AuditTable table(transaction.session);
        last = TRY(table.last_to_follow());
        if (!last) return Done{};
        line = audit::write_checkpoint(
            {scope.text(), last->sequence, last->chain, to_text(transaction.clock())},
            transaction.keys.audit());
        return Done{};
    }));
    if (last && !append_line(checkpoint_file(scope), line + '\n')) return not_written();
    return Done{};
}

Result<audit::Verdict> Store::verify_trail(const TenantId& scope) {
    const std::string lines = content_of(checkpoint_file(scope));
    audit::Verdict verdict;
    TRY(read(scope, [&](Transaction& transaction) -> Result<Done> {
        const std::vector<audit::Checkpoint> checkpoints =
            TRY(audit::read_checkpoints(lines, scope.text(), transaction.keys.audit()));
        AuditTable table(transaction.session);
        verdict = TRY(audit::verify(table, transaction.keys, checkpoints));
        return Done{};
    }));
    return verdict;
}

}  // namespace madoguchi::api::store
