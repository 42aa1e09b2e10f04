#include "api/access/rights.h"

#include <algorithm>
#include <array>
#include <utility>

namespace madoguchi::api::access {

namespace {

constexpr std::array<std::pair<Action, std::string_view>, 10> words = {{
    {Action::Read, "read"},
    {Action::Search, "search"},
    {Action::Change, "change"},
    {Action::Print, "print"},
    {Action::Remove, "remove"},
    {Action::Export, "export"},
    {Action::Erase, "erase"},
    {Action::Rights, "rights"},
    {Action::Administer, "administer"},
    {Action::Audit, "audit"},
}};

std::vector<Grant> grants(std::initializer_list<Action> actions) {
    std::vector<Grant> made;
    for (const Action action : actions)
        made.push_back({"*", action, false, false});
    return made;
}

/// What a grant lacks for the question; nothing when it allows it. Smaller is nearer.
enum class Lack { Nothing, OwnCase, OwnDepartment, Module, Action };

Lack lack_of(const Grant& grant, const Asker& asker, const Question& question) {
    if (grant.action != question.action) return Lack::Action;
    if (grant.module != "*" && grant.module != question.module) return Lack::Module;
    if (grant.own_department_only && question.department != asker.department)
        return Lack::OwnDepartment;
    if (grant.own_cases_only && question.owner != asker.account) return Lack::OwnCase;
    return Lack::Nothing;
}

Decision refused(std::string ja, std::string en) {
    return {false, {std::move(ja), std::move(en)}};
}

Decision refused_for(Lack lack, const Role* role) {
    const std::string name = role == nullptr ? "" : role->name;
    switch (lack) {
        case Lack::OwnCase:
            return refused("役割「" + name + "」では、自分が担当するものだけができます。",
                           "The role \"" + name + "\" allows it for one's own cases alone.");
        case Lack::OwnDepartment:
            return refused("役割「" + name + "」では、自分の課のものだけができます。",
                           "The role \"" + name + "\" allows it in one's own department alone.");
        case Lack::Module:
            return refused("役割「" + name + "」では、この業務についてはできません。",
                           "The role \"" + name + "\" does not allow it in this module.");
        case Lack::Action:
        case Lack::Nothing:
            break;
    }
    return refused("この操作を許す役割がありません。", "No role of yours allows it.");
}

}  // namespace

std::string_view word_of(Action action) {
    for (const auto& [known, word] : words) {
        if (known == action) return word;
    }
    return {};
}

std::optional<Action> action_of(std::string_view word) {
    for (const auto& [action, known] : words) {
        if (known == word) return action;
    }
    return std::nullopt;
}

bool needs_second_person(Action action) {
    return action == Action::Export || action == Action::Erase || action == Action::Rights;
}

const std::vector<Role>& first_roles() {
    using enum Action;
    static const std::vector<Role> roles = {
        {"clerk", "窓口担当", grants({Read, Search, Change, Print})},
        {"supervisor", "係長", grants({Read, Search, Change, Print, Remove, Export})},
        {"administrator", "管理者", grants({Administer, Rights, Export, Erase})},
        {"auditor", "監査担当", grants({Audit})},
    };
    return roles;
}

Decision decide(const Asker& asker, const Question& question) {
    const bool is_on = question.module.empty() ||
                       std::find(asker.modules.begin(), asker.modules.end(), question.module) !=
                           asker.modules.end();
    if (!is_on) return refused("この業務は使われていません。", "This module is switched off.");
    Lack nearest = Lack::Action;
    const Role* near_role = nullptr;
    for (const Role& role : asker.roles) {
        for (const Grant& grant : role.grants) {
            const Lack lack = lack_of(grant, asker, question);
            if (lack == Lack::Nothing)
                return {true,
                        {"役割「" + role.name + "」により許されています。",
                         "The role \"" + role.name + "\" allows it."}};
            if (lack < nearest) nearest = lack, near_role = &role;
        }
    }
    return refused_for(nearest, near_role);
}

}  // namespace madoguchi::api::access
