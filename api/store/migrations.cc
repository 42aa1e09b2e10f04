#include "api/store/migrations.h"

#include <string>

#include "api/store/failure.h"
#include "api/store/migrations_generated.h"

namespace madoguchi::api::store {

namespace {

void create_history(Session& session) {
    session.sql << "create table if not exists schema_history ("
                   "number integer primary key, name text not null)";
}

/// Runs one statement after the other: the library prepares a single one at a time.
void run_script(soci::session& sql, std::string_view script) {
    constexpr std::string_view end = ";\n\n";
    while (!script.empty()) {
        const std::size_t at = script.find(end);
        sql << std::string(script.substr(0, at));
        if (at == script.npos) return;
        script.remove_prefix(at + end.size());
    }
}

}  // namespace

std::span<const Migration> sqlite_control_migrations() {
    return generated::sqlite_control;
}
std::span<const Migration> sqlite_tenant_migrations() {
    return generated::sqlite_tenant;
}
std::span<const Migration> postgresql_migrations() {
    return generated::postgresql;
}

int schema_version(Session& session) {
    int number = 0;
    session.sql << "select coalesce(max(number), 0) from schema_history", soci::into(number);
    return number;
}

Result<Done> migrate(Session& session, std::span<const Migration> migrations) {
    create_history(session);
    const int reached = schema_version(session);
    if (!migrations.empty() && reached > migrations.back().number)
        return store_failure(
            "store.newer",
            {"新しい版のプログラムが使った保存先です。プログラムを更新してください。",
             "A newer program has used this store. Update the program."});
    for (const Migration& step : migrations) {
        if (step.number <= reached) continue;
        run_script(session.sql, step.sql);
        const std::string name(step.name);
        session.sql << "insert into schema_history (number, name) values (:number, :name)",
            soci::use(step.number), soci::use(name);
    }
    return Done{};
}

}  // namespace madoguchi::api::store
