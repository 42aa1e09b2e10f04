// Staff accounts, their credentials and sessions, sealed, in a transaction of their tenant.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "api/access/account.h"
#include "api/store/store.h"

namespace madoguchi::api::store {

/// "store.exists" when the login is taken. Its credentials are added with it.
Result<Done> add_account(Transaction& transaction, const access::Account& account,
                         const access::Credentials& credentials);
/// "store.changed-meanwhile" when it has not the version that was read.
Result<Done> change_account(Transaction& transaction, const access::Account& account);
Result<Done> change_credentials(Transaction& transaction, std::string_view account,
                                const access::Credentials& credentials);

Result<std::optional<access::Account>> find_account(Transaction& transaction, std::string_view id);
Result<std::optional<access::Account>> find_account_by_login(Transaction& transaction,
                                                             std::string_view login);
/// By login.
Result<std::vector<access::Account>> all_accounts(Transaction& transaction);
/// Of an account that is there.
Result<access::Credentials> credentials_of(Transaction& transaction, std::string_view account);

Result<Done> add_session(Transaction& transaction, const access::Session& session);
Result<Done> change_session(Transaction& transaction, const access::Session& session);
Result<std::optional<access::Session>> find_session(Transaction& transaction,
                                                    std::string_view token_hash);
Result<Done> remove_session(Transaction& transaction, std::string_view token_hash);
Result<Done> remove_sessions_of(Transaction& transaction, std::string_view account);

}  // namespace madoguchi::api::store
