#include "api/store/account_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "api/access/account_text.h"
#include "api/keys/sealing.h"
#include "api/store/failure.h"

namespace madoguchi::api::store {

namespace {

using access::Account;
using access::Credentials;

Diagnostic damaged() {
    return store_failure("store.damaged",
                         {"利用者の登録が壊れています。", "An account's record is damaged."});
}

Diagnostic changed_meanwhile() {
    return store_failure("store.changed-meanwhile",
                         {"ほかの人が先に変更しました。読み直してください。",
                          "Somebody else has changed it. Read it again."});
}

std::string login_token(const Transaction& transaction, std::string_view login) {
    return blind_token("login", login, transaction.keys.search());
}

/// The version is part of the place: an older payload that is put back does not open.
std::string place_of(std::string_view id, int version) {
    return std::string(id) + '/' + std::to_string(version);
}

template <typename Record>
Result<Record> opened(const Transaction& transaction, std::string_view table,
                      const std::string& record, const std::string& payload, Record made) {
    const std::optional<std::string> text = transaction.open(table, record, payload);
    if (!text || !access::read_payload(*text, made)) return damaged();
    return made;
}

struct AccountRow {
    std::string id, payload;
    int version = 0;
};

Result<Account> account_of(const Transaction& transaction, const AccountRow& row) {
    Account account;
    account.id = row.id;
    account.version = row.version;
    return opened(transaction, "account", place_of(row.id, row.version), row.payload, account);
}

Result<std::optional<Account>> find_by(Transaction& transaction, const std::string& condition,
                                       const std::string& value) {
    AccountRow row;
    soci::session& sql = transaction.session.sql;
    sql << "select id, version, payload from account where " + condition, soci::use(value),
        soci::into(row.id), soci::into(row.version), soci::into(row.payload);
    if (!sql.got_data()) return std::optional<Account>();
    Account account = TRY(account_of(transaction, row));
    return std::optional(std::move(account));
}

Result<Done> must_have_changed(soci::statement& change) {
    change.execute(true);
    if (change.get_affected_rows() == 1) return Done{};
    return changed_meanwhile();
}

}  // namespace

Result<Done> add_account(Transaction& transaction, const Account& account,
                         const Credentials& credentials) {
    soci::session& sql = transaction.session.sql;
    const std::string token = login_token(transaction, account.login);
    const std::string payload = transaction.seal("account", place_of(account.id, account.version),
                                                 access::write_payload(account));
    sql << "insert into account (id, login_token, version, payload) "
           "values (:id, :token, :version, :payload)",
        soci::use(account.id), soci::use(token), soci::use(account.version), soci::use(payload);
    const std::string secret =
        transaction.seal("credentials", place_of(account.id, credentials.version),
                         access::write_payload(credentials));
    sql << "insert into credentials (account, version, payload) values (:id, :version, :payload)",
        soci::use(account.id), soci::use(credentials.version), soci::use(secret);
    return Done{};
}

Result<Done> change_account(Transaction& transaction, const Account& account) {
    const int next = account.version + 1;
    const std::string token = login_token(transaction, account.login);
    const std::string payload =
        transaction.seal("account", place_of(account.id, next), access::write_payload(account));
    soci::statement change =
        (transaction.session.sql.prepare
             << "update account set login_token = :token, version = :next, payload = :payload "
                "where id = :id and version = :version",
         soci::use(token), soci::use(next), soci::use(payload), soci::use(account.id),
         soci::use(account.version));
    return must_have_changed(change);
}

Result<Done> change_credentials(Transaction& transaction, std::string_view account,
                                const Credentials& credentials) {
    const int next = credentials.version + 1;
    const std::string id(account);
    const std::string payload =
        transaction.seal("credentials", place_of(id, next), access::write_payload(credentials));
    soci::statement change =
        (transaction.session.sql.prepare
             << "update credentials set version = :next, payload = :payload "
                "where account = :id and version = :version",
         soci::use(next), soci::use(payload), soci::use(id), soci::use(credentials.version));
    return must_have_changed(change);
}

Result<std::optional<Account>> find_account(Transaction& transaction, std::string_view id) {
    return find_by(transaction, "id = :value", std::string(id));
}

Result<std::optional<Account>> find_account_by_login(Transaction& transaction,
                                                     std::string_view login) {
    return find_by(transaction, "login_token = :value", login_token(transaction, login));
}

Result<std::vector<Account>> all_accounts(Transaction& transaction) {
    std::vector<Account> accounts;
    AccountRow row;
    soci::statement all =
        (transaction.session.sql.prepare << "select id, version, payload from account",
         soci::into(row.id), soci::into(row.version), soci::into(row.payload));
    all.execute();
    while (all.fetch()) {
        Account account = TRY(account_of(transaction, row));
        accounts.push_back(std::move(account));
    }
    std::sort(accounts.begin(), accounts.end(),
              [](const Account& a, const Account& b) { return a.login < b.login; });
    return accounts;
}

Result<Credentials> credentials_of(Transaction& transaction, std::string_view account) {
    Credentials credentials;
    const std::string id(account);
    std::string payload;
    soci::session& sql = transaction.session.sql;
    sql << "select version, payload from credentials where account = :id", soci::use(id),
        soci::into(credentials.version), soci::into(payload);
    if (!sql.got_data()) return damaged();
    const std::string place = place_of(id, credentials.version);
    return opened(transaction, "credentials", place, payload, credentials);
}

Result<Done> add_session(Transaction& transaction, const access::Session& session) {
    const std::string payload = transaction.seal(
        "session", session.token_hash + '/' + session.account, access::write_payload(session));
    transaction.session.sql << "insert into session (token_hash, account, payload) "
                               "values (:token, :account, :payload)",
        soci::use(session.token_hash), soci::use(session.account), soci::use(payload);
    return Done{};
}

Result<Done> change_session(Transaction& transaction, const access::Session& session) {
    const std::string payload = transaction.seal(
        "session", session.token_hash + '/' + session.account, access::write_payload(session));
    transaction.session.sql << "update session set payload = :payload where token_hash = :token",
        soci::use(payload), soci::use(session.token_hash);
    return Done{};
}

Result<std::optional<access::Session>> find_session(Transaction& transaction,
                                                    std::string_view token_hash) {
    access::Session session;
    session.token_hash = token_hash;
    std::string payload;
    soci::session& sql = transaction.session.sql;
    sql << "select account, payload from session where token_hash = :token",
        soci::use(session.token_hash), soci::into(session.account), soci::into(payload);
    if (!sql.got_data()) return std::optional<access::Session>();
    const std::string place = session.token_hash + '/' + session.account;
    access::Session found = TRY(opened(transaction, "session", place, payload, session));
    return std::optional(std::move(found));
}

Result<Done> remove_session(Transaction& transaction, std::string_view token_hash) {
    const std::string token(token_hash);
    transaction.session.sql << "delete from session where token_hash = :token", soci::use(token);
    return Done{};
}

Result<Done> remove_sessions_of(Transaction& transaction, std::string_view account) {
    const std::string id(account);
    transaction.session.sql << "delete from session where account = :account", soci::use(id);
    return Done{};
}

}  // namespace madoguchi::api::store
