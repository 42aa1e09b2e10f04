// The account of one member of staff, and what proves that somebody is that person.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace madoguchi::api::access {

struct Account {
    enum class State {
        Invited,  ///< has a one-time code and no password yet
        Active,
        Left,  ///< kept for the trail; never signs in again
    };

    std::string id;     ///< random, in the trail and in addresses
    std::string login;  ///< 職員番号; small letters and digits
    std::string name;   ///< 氏名
    std::string department;
    std::vector<std::string> roles;  ///< ids, sorted
    State state = State::Invited;
    int version = 1;

    bool operator==(const Account&) const = default;
};

/// Nothing in it can be turned back into what a person types.
struct Credentials {
    std::string password_hash;  ///< empty until enrolled
    std::string totp_secret;    ///< sealed where it is kept
    std::int64_t last_totp_step = 0;
    std::vector<std::string> recovery_hashes;  ///< of those that are left
    std::string enrolment_hash;                ///< empty when there is no open invitation
    std::string enrolment_until;               ///< RFC 3339
    int failures = 0;                          ///< since the last success
    std::string locked_until;                  ///< RFC 3339; empty: not locked
    int version = 1;

    bool operator==(const Credentials&) const = default;
};

/// On the server's side; the browser holds a token of which only the hash is kept.
struct Session {
    std::string token_hash;
    std::string account;
    std::string began_at, seen_at;  ///< RFC 3339
    /// When the person last proved to be that person: dangerous acts ask for a fresh proof.
    std::string proved_at;
};

}  // namespace madoguchi::api::access
