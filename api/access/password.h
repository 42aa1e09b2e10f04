// Passwords of staff: what may be one, and how one is kept. Source: OWASP ASVS 5.0, 6.2 and 11.4.2;
// RFC 9106 (Argon2id).
#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"

namespace madoguchi::api::access {

/// As data: a municipality's rules may ask for more.
struct PasswordPolicy {
    std::size_t shortest = 12;  ///< characters that people see
    std::size_t longest = 128;
};

/// Passwords that everybody tries first, in small letters.
class CommonPasswords {
  public:
    /// One on each line; lines that begin with "#!" are remarks. Finding "access.no-list".
    static Result<CommonPasswords> read(const std::filesystem::path& file);
    bool contains(std::string_view password) const;

  private:
    std::set<std::string, std::less<>> words_;
};

/// Findings "access.password-…": too short or long, common, or made of the words given (names of
/// the person, of the account): of several the first.
Result<Done> check_password(std::string_view password, const PasswordPolicy& policy,
                            const CommonPasswords& common,
                            std::initializer_list<std::string_view> own_words);

/// Argon2id, 19 MiB and two passes, with a salt of its own, as text. Takes tens of milliseconds by
/// design: never within a transaction.
std::string hash_password(std::string_view password);
bool is_password(std::string_view password, const std::string& hash);

/// For an account that does not exist: takes as long as is_password().
void waste_time_of_a_check(std::string_view password);

}  // namespace madoguchi::api::access
