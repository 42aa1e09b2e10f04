#include "api/store/backup.h"

#include <set>
#include <utility>

#include "api/store/backup_stream.h"
#include "api/store/failure.h"
#include "api/store/postgresql/engine.h"
#include "api/store/sqlite/engine.h"
#include "api/store/table_columns.h"
#include "api/store/tenant_key_table.h"
#include "api/store/tenant_table.h"
#include "templates/json/value.h"

namespace madoguchi::api::store {

namespace {

namespace json = templates::json;

Diagnostic damaged() {
    return store_failure("backup.damaged", {"バックアップの中身が壊れています。",
                                            "The content of the backup is damaged."});
}

/// One row of one table of one scope.
struct Piece {
    std::string scope, table;
    RowTexts row;
};

std::string write(const Piece& piece) {
    json::Array values;
    for (const std::string& text : piece.row)
        values.push_back({text});
    json::Object members = {{"scope", {piece.scope}}, {"table", {piece.table}}};
    members.push_back({"row", {std::move(values)}});
    return json::write({std::move(members)}, json::Layout::Compact);
}

Result<Piece> read(const std::string& text) {
    const auto value = json::read(text, "backup");
    if (!value.ok()) return damaged();
    const json::Value *scope = value->find("scope"), *table = value->find("table"),
                      *row = value->find("row");
    const bool is_sound = scope != nullptr && scope->string() != nullptr && table != nullptr &&
                          table->string() != nullptr && row != nullptr && row->array() != nullptr;
    if (!is_sound) return damaged();
    Piece piece{*scope->string(), *table->string(), {}};
    for (const json::Value& item : *row->array()) {
        if (item.string() == nullptr) return damaged();
        piece.row.push_back(*item.string());
    }
    return piece;
}

std::span<const TableColumns> tables_of(const std::string& scope) {
    return scope == TenantId::control().text() ? control_tables() : tenant_tables();
}

/// All pieces, one after the other; the file is proven to its end when this returns well.
Result<Done> each_piece(const std::filesystem::path& file, const MasterKeys& masters,
                        const std::function<Result<Done>(const Piece&)>& visit) {
    BackupReader reader = TRY(BackupReader::open(file, masters));
    for (;;) {
        const std::optional<std::string> text = TRY(reader.next());
        if (!text) return Done{};
        const Piece piece = TRY(read(*text));
        TRY(visit(piece));
    }
}

/// Pieces that stand together and belong to one scope.
class ScopeRows {
  public:
    ScopeRows(Engine& engine, std::string scope) : engine_(engine), scope_(std::move(scope)) {}

    const std::string& scope() const { return scope_; }
    void add(const Piece& piece) { pieces_.push_back(piece); }
    bool is_large() const { return pieces_.size() >= most_at_once; }

    /// Into the store, in a transaction of their own.
    Result<Done> put() {
        const auto tenant =
            scope_ == TenantId::control().text() ? TenantId::control() : TenantId::parse(scope_);
        if (!tenant) return damaged();
        if (!tenant->is_control()) {
            TRY(engine_.make_room(*tenant));
        }
        TRY(engine_.write(*tenant, [this](Session& session) -> Result<Done> {
            for (const Piece& piece : pieces_) {
                const TableColumns* const table = find_table(tables_of(scope_), piece.table);
                if (table == nullptr) return damaged();
                TRY(add_row(session, *table, piece.row));
            }
            return Done{};
        }));
        pieces_.clear();
        return Done{};
    }

  private:
    static constexpr std::size_t most_at_once = 2000;

    Engine& engine_;
    const std::string scope_;
    std::vector<Piece> pieces_;
};

Result<Done> must_be_empty(Engine& engine) {
    return engine.read(TenantId::control(), [](Session& session) -> Result<Done> {
        for (const TableColumns& table : control_tables()) {
            int count = 0;
            session.sql << "select count(*) from " + std::string(table.name), soci::into(count);
            if (count > 0)
                return store_failure("backup.not-empty",
                                     {"復元先が空ではありません。", "The store is not empty."});
        }
        return Done{};
    });
}

Result<std::unique_ptr<Engine>> open_empty(const StoreSettings& settings) {
    if (!settings.connection.empty()) {
        TRY(migrate_postgresql(settings.owner_connection));
    }
    std::unique_ptr<Engine> engine =
        TRY(settings.connection.empty() ? open_sqlite(settings.directory)
                                        : open_postgresql(settings.connection));
    TRY(must_be_empty(*engine));
    return engine;
}

audit::Entry entry(const std::string& actor, std::string action, const TenantId& scope) {
    return {actor, std::move(action), "tenant:" + scope.text(), "{}"};
}

}  // namespace

Result<Copied> write_backup(Store& store, const std::optional<TenantId>& tenant,
                            const std::filesystem::path& file, const std::string& actor) {
    BackupWriter writer = TRY(BackupWriter::create(file, store.masters()));
    Copied copied;
    std::vector<TenantId> scopes;
    const auto copy_row = [&](const TenantId& scope, const TableColumns& table,
                              const RowTexts& row) -> Result<Done> {
        ++copied.rows;
        return writer.write(write({scope.text(), std::string(table.name), row}));
    };
    const TenantId control = TenantId::control();
    TRY(store.write(control, [&](Transaction& transaction) -> Result<Done> {
        TRY(transaction.note(entry(actor, "backup.written", tenant.value_or(control))));
        for (const TableColumns& table : control_tables()) {
            // Whose rows these are stands in their first column; the operators' trail is nobody's.
            const bool is_trail = table.name == "audit_entry";
            TRY(each_row(transaction.session, table, [&](const RowTexts& row) -> Result<Done> {
                if (tenant && (is_trail || row[0] != tenant->text())) return Done{};
                if (table.name == "tenant") {
                    const auto id = TenantId::parse(row[0]);
                    if (!id) return damaged();
                    scopes.push_back(*id);
                }
                return copy_row(control, table, row);
            }));
        }
        return Done{};
    }));
    if (tenant && scopes.empty())
        return store_failure("store.no-tenant",
                             {"この自治体は登録されていません。", "There is no such tenant."});
    for (const TenantId& scope : scopes) {
        TRY(store.read(scope, [&](Transaction& transaction) -> Result<Done> {
            for (const TableColumns& table : tenant_tables()) {
                TRY(each_row(transaction.session, table,
                             [&](const RowTexts& row) { return copy_row(scope, table, row); }));
            }
            return Done{};
        }));
    }
    copied.tenants = static_cast<std::int64_t>(scopes.size());
    TRY(writer.finish());
    return copied;
}

Result<Copied> restore_all(const StoreSettings& settings, const std::filesystem::path& file) {
    const MasterKeys masters = TRY(MasterKeys::read(settings.master_key));
    bool is_whole = false;
    TRY(each_piece(file, masters, [&](const Piece& piece) -> Result<Done> {
        is_whole = is_whole || (piece.scope == "-" && piece.table == "audit_entry");
        return Done{};
    }));
    if (!is_whole)
        return store_failure("backup.one-tenant", {"1つの自治体だけのバックアップです。",
                                                   "This is a backup of one tenant alone."});
    const std::unique_ptr<Engine> engine = TRY(open_empty(settings));
    Copied copied;
    // Last: until then there is no tenant and no key, and nothing half restored can be used.
    ScopeRows control(*engine, TenantId::control().text());
    std::optional<ScopeRows> rows;
    TRY(each_piece(file, masters, [&](const Piece& piece) -> Result<Done> {
        ++copied.rows;
        copied.tenants += piece.scope == control.scope() && piece.table == "tenant" ? 1 : 0;
        if (piece.scope == control.scope()) {
            control.add(piece);
            if (piece.table != "tenant") return Done{};
            const TenantRecord tenant = TRY(tenant_of_row(piece.row));
            return engine->make_room(tenant.id);  // also of one that has no rows yet
        }
        if (!rows || rows->scope() != piece.scope || rows->is_large()) {
            if (rows) {
                TRY(rows->put());
            }
            rows.emplace(*engine, piece.scope);
        }
        rows->add(piece);
        return Done{};
    }));
    if (rows) {
        TRY(rows->put());
    }
    TRY(control.put());
    return copied;
}

Result<Copied> restore_tenant(Store& store, const TenantId& tenant,
                              const std::filesystem::path& file, const std::string& actor) {
    std::optional<TenantRecord> record;
    std::vector<WrappedKey> keys;
    std::vector<Piece> pieces;
    TRY(each_piece(file, store.masters(), [&](const Piece& piece) -> Result<Done> {
        const bool is_control = piece.scope == TenantId::control().text();
        if (piece.scope == tenant.text()) pieces.push_back(piece);
        if (!is_control || piece.row.empty() || piece.row[0] != tenant.text()) return Done{};
        if (piece.table == "tenant") {
            record = TRY(tenant_of_row(piece.row));
        } else if (piece.table == "tenant_key" && piece.row.size() == 5) {
            keys.push_back(
                {piece.row[1], std::atoi(piece.row[2].c_str()), piece.row[3], piece.row[4]});
        }
        return Done{};
    }));
    if (!record || keys.empty())
        return store_failure("backup.no-tenant", {"この自治体はバックアップにありません。",
                                                  "The backup does not hold this tenant."});
    TRY(TenantKeys::unwrap(tenant, keys, store.masters()));
    Copied copied{1, static_cast<std::int64_t>(pieces.size())};
    TRY(store.put_rows(tenant, [&](Session& session) -> Result<Done> {
        for (const Piece& piece : pieces) {
            const TableColumns* const table = find_table(tenant_tables(), piece.table);
            if (table == nullptr) return damaged();
            TRY(add_row(session, *table, piece.row));
        }
        return Done{};
    }));
    TRY(store.write(TenantId::control(), [&](Transaction& transaction) -> Result<Done> {
        TRY(add_tenant(transaction.session, *record, transaction.keys.proof()));
        for (const WrappedKey& key : keys) {
            TRY(add_tenant_key(transaction.session, tenant, key));
        }
        return transaction.note(entry(actor, "backup.restored", tenant));
    }));
    return copied;
}

}  // namespace madoguchi::api::store
