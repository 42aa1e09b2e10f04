#include "api/store/sqlite/connection.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <string>

namespace madoguchi::api::store {

namespace {

/// Quoted as SOCI's connection parameters want it; a path with a quote is escaped.
std::string parameters_for(const std::filesystem::path& file) {
    std::string quoted = "db=\"";
    for (const char c : file.string()) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

sqlite_api::sqlite3* handle_of(soci::session& sql) {
    return static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
}

int count_pages(void* log, sqlite_api::sqlite3*, const char*, int pages) {
    static_cast<LogPages*>(log)->count = pages;
    return SQLITE_OK;
}

}  // namespace

std::unique_ptr<soci::session> connect(const std::filesystem::path& file, Purpose purpose,
                                       LogPages* log) {
    auto sql = std::make_unique<soci::session>(soci::sqlite3, parameters_for(file));
    sqlite_api::sqlite3* handle = handle_of(*sql);
    sqlite_api::sqlite3_extended_result_codes(handle, 1);
    // The last connection to close would checkpoint, whichever it is.
    sqlite_api::sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite_api::sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    for (const char* pragma :
         {"pragma journal_mode = wal", "pragma synchronous = full", "pragma wal_autocheckpoint = 0",
          "pragma foreign_keys = on", "pragma secure_delete = on", "pragma trusted_schema = off",
          "pragma cell_size_check = on", "pragma busy_timeout = 5000"})
        *sql << pragma;
    if (purpose == Purpose::Reading) *sql << "pragma query_only = on";
    if (log != nullptr) sqlite_api::sqlite3_wal_hook(handle, count_pages, log);
    return sql;
}

bool is_sound(soci::session& sql, std::uintmax_t bytes) {
    constexpr std::uintmax_t quickly_checked = 64u << 20;
    std::string word;
    sql << (bytes <= quickly_checked ? "pragma integrity_check(1)" : "pragma quick_check(1)"),
        soci::into(word);
    return word == "ok";
}

void checkpoint(soci::session& writer) {
    writer << "pragma wal_checkpoint(passive)";
}

}  // namespace madoguchi::api::store
