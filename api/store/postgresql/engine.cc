#include "api/store/postgresql/engine.h"

#include <soci/postgresql/soci-postgresql.h>

#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

#include "api/store/failure.h"
#include "api/store/migrations.h"
#include "api/store/transaction.h"

namespace madoguchi::api::store {

namespace {

/// More than the workers of one process would wait in the database instead of here.
constexpr std::size_t most_connections = 16;

/// Any number that no other program of the database takes for its own lock.
constexpr long long migration_lock = 0x6d61646f67756368;

using Connection = std::unique_ptr<soci::session>;

Result<Connection> connect(const std::string& parameters) {
    try {
        auto connection = std::make_unique<soci::session>(soci::postgresql, parameters);
        *connection << "set client_min_messages = warning";
        return connection;
    } catch (const soci::soci_error&) {
        return store_failure("store.unavailable",
                             {"データベースに接続できません。", "The database cannot be reached."});
    }
}

PGconn* handle_of(soci::session& sql) {
    return static_cast<soci::postgresql_session_backend*>(sql.get_backend())->conn_;
}

bool is_cut(soci::session& sql) {
    return PQstatus(handle_of(sql)) != CONNECTION_OK;
}

bool is_lost(soci::session& sql) {
    return is_cut(sql) || PQtransactionStatus(handle_of(sql)) != PQTRANS_IDLE;
}

Diagnostic cut_off() {
    return store_failure(
        "store.unavailable",
        {"データベースとの接続が切れました。最後の変更が残ったかどうかを確かめてください。",
         "The connection to the database was cut. Check whether the last change "
         "was kept."});
}

class PostgresqlEngine : public Engine {
  public:
    explicit PostgresqlEngine(std::string parameters) : parameters_(std::move(parameters)) {}

    Result<Done> write(const Scope& scope, const Work& work) override {
        return run(scope, "begin", work);
    }
    Result<Done> read(const Scope& scope, const Work& work) override {
        return run(scope, "begin isolation level repeatable read read only", work);
    }
    Result<Done> make_room(const TenantId&) override { return Done{}; }

    Result<Done> check_tables() {
        return read(TenantId::control(), [](Session& session) -> Result<Done> {
            const int newest = postgresql_migrations().back().number;
            const int reached = schema_version(session);
            if (reached < newest)
                return store_failure("store.old",
                                     {"データベースの表が古いままです。先に更新してください。",
                                      "The database's tables are old. Migrate them first."});
            if (reached > newest)
                return store_failure("store.newer",
                                     {"新しい版のプログラムが使ったデータベースです。",
                                      "A newer program has used this database."});
            return Done{};
        });
    }

  private:
    /// The policies of the tables compare with this setting; it ends with the transaction.
    static void enter(Session& session, const Scope& scope) {
        session.sql << "select set_config('madoguchi.tenant', :tenant, true)",
            soci::use(scope.text());
    }

    Result<Done> run(const Scope& scope, const std::string& begin, const Work& work) {
        Connection connection = TRY(take());
        Result<Done> outcome =
            run_transaction(*connection, Dialect::Postgresql, begin, [&](Session& session) {
                enter(session, scope);
                return work(session);
            });
        const bool was_cut = is_cut(*connection);
        give_back(std::move(connection));
        // The library names no reason then, and nobody can tell whether a commit went through.
        if (!outcome.ok() && was_cut) return cut_off();
        return outcome;
    }

    Result<Connection> take() {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return !idle_.empty() || open_ < most_connections; });
            if (!idle_.empty()) {
                Connection connection = std::move(idle_.back());
                idle_.pop_back();
                return connection;
            }
            ++open_;
        }
        Result<Connection> connection = connect(parameters_);
        if (!connection.ok()) forget_one();
        return connection;
    }

    /// A connection that was lost is not given to the next one.
    void give_back(Connection connection) {
        if (is_lost(*connection)) {
            connection.reset();
            forget_one();
            return;
        }
        {
            const std::lock_guard lock(mutex_);
            idle_.push_back(std::move(connection));
        }
        changed_.notify_one();
    }

    void forget_one() {
        {
            const std::lock_guard lock(mutex_);
            --open_;
        }
        changed_.notify_one();
    }

    const std::string parameters_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Connection> idle_;
    std::size_t open_ = 0;
};

}  // namespace

Result<std::unique_ptr<Engine>> open_postgresql(const std::string& connection) {
    auto engine = std::make_unique<PostgresqlEngine>(connection);
    TRY(engine->check_tables());
    return std::unique_ptr<Engine>(std::move(engine));
}

Result<Done> migrate_postgresql(const std::string& owner_connection) {
    const Connection connection = TRY(connect(owner_connection));
    return run_transaction(*connection, Dialect::Postgresql, "begin", [](Session& session) {
        session.sql << "select pg_advisory_xact_lock(:lock)", soci::use(migration_lock);
        return migrate(session, postgresql_migrations());
    });
}

}  // namespace madoguchi::api::store
