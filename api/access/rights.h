// Who may do what: role × module × department × own/other × action, denied unless granted, and
// explained (要件 6.2).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace madoguchi::api::access {

enum class Action {
    Read,
    Search,
    Change,
    Print,
    Remove,
    Export,      ///< needs a second person
    Erase,       ///< needs a second person
    Rights,      ///< change who may what; needs a second person
    Administer,  ///< accounts, settings, announcements
    Audit,       ///< read the trail
};
std::string_view word_of(Action action);
std::optional<Action> action_of(std::string_view word);

/// Whether two people must agree to it.
bool needs_second_person(Action action);

/// What a role allows.
struct Grant {
    std::string module;  ///< id, or "*": of every module that the tenant has switched on
    Action action = Action::Read;
    bool own_department_only = false;
    bool own_cases_only = false;
    bool operator==(const Grant&) const = default;
};

struct Role {
    std::string id;    ///< "clerk"
    std::string name;  ///< 窓口担当
    std::vector<Grant> grants;
    bool operator==(const Role&) const = default;
};

/// Roles that a new tenant begins with.
const std::vector<Role>& first_roles();

/// Who asks, as the account and the tenant are at this moment.
struct Asker {
    std::string account, department;
    std::vector<Role> roles;
    std::vector<std::string> modules;  ///< switched on
};

/// What is asked; empty texts where the thing has none.
struct Question {
    Action action = Action::Read;
    std::string module;
    std::string department;  ///< of the record
    std::string owner;       ///< the account that works on it
};

struct Decision {
    bool allowed = false;
    /// Why, for the one who asked: which role allows it, or what comes nearest and what it lacks.
    BilingualText reason;
};

Decision decide(const Asker& asker, const Question& question);

}  // namespace madoguchi::api::access
