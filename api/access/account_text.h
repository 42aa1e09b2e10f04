// Accounts, credentials and sessions as the JSON that is sealed and kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/access/account.h"

namespace madoguchi::api::access {

/// Without ids, hashes of tokens and versions, which stand beside the text.
std::string write_payload(const Account& account);
std::string write_payload(const Credentials& credentials);
std::string write_payload(const Session& session);

/// False when the text is none that was written here.
bool read_payload(std::string_view text, Account& account);
bool read_payload(std::string_view text, Credentials& credentials);
bool read_payload(std::string_view text, Session& session);

}  // namespace madoguchi::api::access
