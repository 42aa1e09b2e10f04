#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>
#include <utility>

#include "api/access/staff.h"
#include "api/cli/commands.h"
#include "api/cli/opened_store.h"
#include "api/cli/report.h"

namespace madoguchi::api::cli {

namespace {

Result<Done> show(const std::string& code, Streams streams) {
    streams.out << "一度だけ使える登録コード（7日間）/ code for once, seven days: " << code << '\n';
    return Done{};
}

Result<Done> invite(const StaffInviteCommand& command, Streams streams) {
    const OpenedStore opened = TRY(open_store(command.service));
    access::NewAccount account{command.login, command.name, command.department, command.roles};
    std::sort(account.roles.begin(), account.roles.end());
    const std::string code = TRY(access::invite(opened.door(command.tenant), account, operators));
    return show(code, streams);
}

std::string_view word_of(access::Account::State state) {
    constexpr std::array<std::string_view, 3> words = {"招待中", "利用中", "退職"};
    return words.at(static_cast<std::size_t>(state));
}

Result<Done> list(const StaffListCommand& command, Streams streams) {
    const OpenedStore opened = TRY(open_store(command.service));
    const std::vector<access::Account> staff = TRY(staff_of(opened.door(command.tenant)));
    for (const access::Account& account : staff) {
        streams.out << account.login << '\t' << account.name << '\t' << account.department << '\t'
                    << word_of(account.state) << '\t';
        for (const std::string& role : account.roles)
            streams.out << (role == account.roles.front() ? "" : ",") << role;
        streams.out << '\n';
    }
    return Done{};
}

Result<Done> end(const StaffEndCommand& command, Streams streams) {
    const OpenedStore opened = TRY(open_store(command.service));
    const access::Door door = opened.door(command.tenant);
    const std::vector<access::Account> staff = TRY(staff_of(door));
    const auto found = std::find_if(
        staff.begin(), staff.end(),
        [&](const access::Account& account) { return account.login == command.login; });
    if (found == staff.end())
        return Diagnostic{.code = "access.no-account",
                          .message = {"この利用者はいません。", "There is no such account."}};
    if (!command.again) return access::let_go(door, found->id, operators);
    const std::string code = TRY(access::reset(door, found->id, operators));
    return show(code, streams);
}

int done_or_report(const Result<Done>& outcome, Streams streams) {
    if (outcome.ok()) return done;
    report(outcome.findings(), FindingsFormat::Lines, streams);
    return stopped;
}

}  // namespace

int run(const StaffInviteCommand& command, Streams streams) {
    return done_or_report(invite(command, streams), streams);
}
int run(const StaffListCommand& command, Streams streams) {
    return done_or_report(list(command, streams), streams);
}
int run(const StaffEndCommand& command, Streams streams) {
    return done_or_report(end(command, streams), streams);
}

}  // namespace madoguchi::api::cli
