// The way of a member of staff through the door: invited, enrolled, signed in, recognised at each
// request, signed out, reset, gone. Every step is in the tenant's trail.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "api/access/account.h"
#include "api/access/password.h"
#include "api/store/store.h"

namespace madoguchi::api::access {

/// Figures of ASVS 5.0, level 2, and of the municipality.
struct DoorRules {
    PasswordPolicy password;
    int failures_before_lock = 5;
    std::chrono::minutes lock{15};
    std::chrono::minutes idle{15};         ///< without a request
    std::chrono::hours whole_session{12};  ///< at most, whatever happens
    std::chrono::minutes fresh_proof{10};  ///< for dangerous acts
    std::chrono::hours invitation{7 * 24};
};

struct Door {
    store::Store& store;
    const TenantId tenant;
    const CommonPasswords& common;
    const Clock& clock;
    DoorRules rules;
};

/// A new account with an open invitation. Returns the one-time code, which is handed over on paper
/// and kept nowhere. Findings "access.wrong-account", "store.exists" when the login is taken.
struct NewAccount {
    std::string login, name, department;
    std::vector<std::string> roles;
};
Result<std::string> invite(const Door& door, const NewAccount& account, const std::string& actor);

/// What the person types to become able to sign in: the code once, a password of their own, and a
/// code of the authenticator that holds `totp_secret`. Returns recovery codes, shown once. Finding
/// "access.refused", "access.password-…".
struct Enrolment {
    std::string login, code, password, totp_secret, totp_code;
};
Result<std::vector<std::string>> enrol(const Door& door, const Enrolment& typed);

/// `code` is of the authenticator, or a recovery code, which is then used up. Returns the session's
/// token. Finding "access.refused" says nothing of what was wrong, and takes as long either way.
struct SignIn {
    std::string login, password, code;
};
Result<std::string> sign_in(const Door& door, const SignIn& typed);

/// Who holds the token, as the account is now. Finding "access.signed-out" when there is no such
/// session any more.
struct Recognised {
    Account account;
    Session session;
    bool is_freshly_proven = false;
};
Result<Recognised> recognise(const Door& door, std::string_view token);

/// Proves again who it is, for dangerous acts. The session goes on under a new token, which is
/// returned; the old one is nobody's.
Result<std::string> prove_again(const Door& door, std::string_view token, const SignIn& typed);

Result<Done> sign_out(const Door& door, std::string_view token);

/// An administrator lets somebody enrol anew: password, authenticator and sessions end, and the
/// administrator learns no password. Returns the one-time code.
Result<std::string> reset(const Door& door, const std::string& account, const std::string& actor);

/// The account is kept for the trail and never signs in again; its sessions end at once.
Result<Done> let_go(const Door& door, const std::string& account, const std::string& actor);

/// Name, department and roles; effective with the next request.
Result<Done> change(const Door& door, const Account& account, const std::string& actor);

Result<std::vector<Account>> staff_of(const Door& door);

}  // namespace madoguchi::api::access
