#include "api/store/failure.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <array>
#include <string>
#include <string_view>

namespace madoguchi::api::store {

namespace {

struct Kind {
    std::string_view code, ja, en;
};

constexpr Kind exists = {"store.exists", "同じものがすでに登録されています。",
                         "It is there already."};
constexpr Kind refused = {"store.refused", "保存の規則に合わないため、保存しませんでした。",
                          "A rule of the store does not allow it; nothing was changed."};
constexpr Kind forbidden = {"store.forbidden", "保存先がこの操作を許していません。",
                            "The store does not allow this to this role."};
constexpr Kind full = {"store.full", "ディスクがいっぱいのため、保存しませんでした。",
                       "The disk is full; nothing was changed."};
constexpr Kind no_disk = {"store.disk",
                          "ディスクの読み書きに失敗しました。空きと状態を確かめてください。",
                          "The disk could not be read or written. Check its room and health."};
constexpr Kind read_only = {"store.read-only", "保存先に書き込めません。",
                            "The store cannot be written to."};
constexpr Kind damaged = {"store.damaged", "保存先のファイルが壊れています。",
                          "The store's file is damaged."};
constexpr Kind unavailable = {"store.unavailable", "保存先に接続できません。",
                              "The store cannot be reached."};
constexpr Kind again = {"store.again", "ほかの変更と重なりました。もう一度実行してください。",
                        "Two changes met. Try again."};
constexpr Kind failed = {"store.failed", "保存先の処理が失敗しました。", "The store failed."};

/// By SQLite's primary result codes (sqlite.org/rescode.html) and two of its extended ones.
Kind kind_of_sqlite(int result) {
    using namespace sqlite_api;
    if (result == SQLITE_CONSTRAINT_UNIQUE || result == SQLITE_CONSTRAINT_PRIMARYKEY) return exists;
    constexpr int primary = 0xff;
    switch (result & primary) {
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
        case SQLITE_TOOBIG:
            return refused;
        case SQLITE_FULL:
            return full;
        case SQLITE_READONLY:
            return read_only;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return damaged;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return again;
        case SQLITE_CANTOPEN:
            return unavailable;
        case SQLITE_IOERR:
            return no_disk;
        default:
            return failed;
    }
}

/// By the classes and codes of PostgreSQL's appendix A.
Kind kind_of_postgresql(std::string_view state) {
    if (state == "23505") return exists;
    if (state == "42501") return forbidden;
    if (state == "25006") return read_only;
    constexpr std::array<std::pair<std::string_view, Kind>, 9> classes = {{
        {"23", refused},
        {"22", refused},
        {"44", forbidden},
        {"08", unavailable},
        {"57", unavailable},
        {"40", again},
        {"55", again},
        {"53", full},
        {"XX", damaged},
    }};
    for (const auto& [begin, kind] : classes) {
        if (state.substr(0, 2) == begin) return kind;
    }
    return failed;
}

Kind kind_of(const soci::soci_error& error) {
    if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error))
        return kind_of_sqlite(sqlite->result());
    if (const auto* postgresql = dynamic_cast<const soci::postgresql_soci_error*>(&error))
        return kind_of_postgresql(postgresql->sqlstate());
    return failed;
}

}  // namespace

Diagnostic failure_of(const soci::soci_error& error) {
    const Kind kind = kind_of(error);
    return store_failure(std::string(kind.code), {std::string(kind.ja), std::string(kind.en)});
}

Diagnostic store_failure(std::string code, BilingualText message) {
    return {.code = std::move(code), .message = std::move(message)};
}

}  // namespace madoguchi::api::store
