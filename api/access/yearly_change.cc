#include "api/access/yearly_change.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "api/access/account_text.h"
#include "api/access/rights.h"
#include "api/access/second_factor.h"
#include "api/access/staff_change_words.h"
#include "api/keys/sodium.h"
#include "api/store/account_table.h"
#include "api/store/failure.h"
#include "api/store/payload.h"
#include "api/store/staff_run_table.h"
#include "templates/csv_data.h"

namespace madoguchi::api::access {

namespace {

using Kind = StaffChange::Kind;
using store::Transaction;
using templates::Field;
using templates::FieldType;

/// The columns, as the reader of CSV files knows a form's fields.
const templates::Template& columns() {
    static const templates::Template form = [] {
        templates::Template made;
        made.fields = {
            Field{.name = "職員番号", .type = FieldType::Text, .required = true},
            Field{.name = "区分",
                  .type = FieldType::Code,
                  .required = true,
                  .codes = {"採用", "異動", "退職"}},
            Field{.name = "氏名", .type = FieldType::Text},
            Field{.name = "所属", .type = FieldType::Text},
            Field{.name = "役割", .type = FieldType::Text},
            Field{.name = "発効日", .type = FieldType::Date, .required = true},
        };
        return made;
    }();
    return form;
}

std::string text_of(const templates::json::Value& data, std::string_view name) {
    const templates::json::Value* const value = data.find(name);
    const std::string* const text = value == nullptr ? nullptr : value->string();
    return text == nullptr ? "" : *text;
}

std::vector<std::string> roles_of(const std::string& cell) {
    std::vector<std::string> roles;
    for (std::size_t begin = 0; begin < cell.size();) {
        const std::size_t end = std::min(cell.find(';', begin), cell.size());
        if (end > begin) roles.push_back(cell.substr(begin, end - begin));
        begin = end + 1;
    }
    std::sort(roles.begin(), roles.end());
    return roles;
}

bool is_role(const std::string& id) {
    return std::any_of(first_roles().begin(), first_roles().end(),
                       [&](const Role& role) { return role.id == id; });
}

Diagnostic at_line(std::size_t line, std::string code, std::string ja, std::string en) {
    const std::string number = std::to_string(line);
    return {.code = std::move(code),
            .message = {number + " 行目: " + ja, "line " + number + ": " + en}};
}

/// What the reader of CSV files cannot know.
void check(const StaffChange& change, std::set<std::string>& seen, Diagnostics& findings) {
    const auto refuse = [&](const char* code, const char* ja, const char* en) {
        findings.push_back(at_line(change.line, code, ja, en));
    };
    if (!seen.insert(change.login).second)
        refuse("staff.twice", "同じ職員番号が二度あります。", "the login stands here twice.");
    if (change.kind != Kind::Leave && change.name.empty())
        refuse("staff.no-name", "氏名がありません。", "there is no name.");
    if (!std::all_of(change.roles.begin(), change.roles.end(), is_role))
        refuse("staff.role", "知らない役割です。", "there is no such role.");
    if (change.on.size() != std::string_view("2027-04-01").size())
        refuse("staff.day", "発効日は年月日で書いてください。", "the day must be whole.");
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : "、") + text;
    return all;
}

std::string difference(const Account& now, const StaffChange& change) {
    std::string words;
    const auto tell = [&](const std::string& from, const std::string& to) {
        if (from != to) words += (words.empty() ? "" : "、") + from + " → " + to;
    };
    tell(now.name, change.name);
    tell(now.department, change.department);
    tell(joined(now.roles), joined(change.roles));
    return words;
}

using ByLogin = std::map<std::string, Account>;

ByLogin by_login(const std::vector<Account>& staff) {
    ByLogin accounts;
    for (const Account& account : staff)
        accounts.emplace(account.login, account);
    return accounts;
}

audit::Entry entry(const std::string& actor, std::string action, const std::string& subject) {
    return {actor, std::move(action), subject, "{}"};
}

Credentials invited(const Door& door, const std::string& code, int version) {
    return {.enrolment_hash = hash_code(code),
            .enrolment_until = to_text(door.clock() + door.rules.invitation),
            .version = version};
}

/// One account before a run did something to it, and the version that it left.
struct Step {
    Kind kind = Kind::Move;
    Account before;
    int version = 0;
};

std::string write(const Step& step) {
    store::PayloadWriter writer;
    writer.put("kind", word_of(step.kind));
    writer.put("id", step.before.id);
    writer.put("before", write_payload(step.before));
    writer.put("version", std::int64_t{step.version});
    return writer.take();
}

std::optional<Step> read_step(const std::string& text) {
    store::PayloadReader reader(text);
    Step step;
    std::string kind, before;
    reader.get("kind", kind);
    reader.get("id", step.before.id);
    reader.get("before", before);
    reader.get("version", step.version);
    for (const auto& [known, word] : staff_change_kinds) {
        if (kind == word) step.kind = known;
    }
    if (!reader.sound() || !read_payload(before, step.before)) return std::nullopt;
    return step;
}

/// The changes of one run, within its transaction.
class Run {
  public:
    Run(const Door& door, Transaction& transaction) : door_(door), transaction_(transaction) {}

    std::vector<OneTimeCode> codes;
    std::vector<std::string> steps;

    Result<Done> join(const StaffChange& change) {
        const Account made{random_text(12),
                           change.login,
                           change.name,
                           change.department,
                           change.roles,
                           Account::State::Invited,
                           1};
        codes.push_back({change.login, new_code()});
        TRY(store::add_account(transaction_, made, invited(door_, codes.back().code, 1)));
        steps.push_back(write({Kind::Join, made, 1}));
        return Done{};
    }

    Result<Done> move(const Account& now, const StaffChange& change) {
        Account moved = now;
        moved.name = change.name;
        moved.department = change.department;
        moved.roles = change.roles;
        return put(Kind::Move, now, moved);
    }

    Result<Done> leave(const Account& now) {
        Account gone = now;
        gone.state = Account::State::Left;
        TRY(end_credentials(now.id, {}));
        return put(Kind::Leave, now, gone);
    }

    /// As it was before the step.
    Result<Done> undo(const Step& step) {
        const std::optional<Account> now = TRY(store::find_account(transaction_, step.before.id));
        if (!now || now->version != step.version)
            return store::store_failure(
                "staff.changed-since",
                {"職員番号 " + step.before.login + " は、その後に変更されています。",
                 "The account " + step.before.login + " was changed since."});
        Account before = step.before;
        before.version = now->version;
        if (step.kind == Kind::Join) {
            before.state = Account::State::Left;
            TRY(end_credentials(now->id, {}));
        } else if (step.kind == Kind::Leave && before.state != Account::State::Left) {
            before.state = Account::State::Invited;
            codes.push_back({before.login, new_code()});
            TRY(end_credentials(now->id, codes.back().code));
        } else {
            before.state = now->state;  // who has enrolled meanwhile stays enrolled
        }
        return store::change_account(transaction_, before);
    }

  private:
    Result<Done> put(Kind kind, const Account& before, const Account& after) {
        TRY(store::change_account(transaction_, after));
        steps.push_back(write({kind, before, after.version + 1}));
        return Done{};
    }

    /// Password, codes and sessions; an invitation in their place unless the code is empty.
    Result<Done> end_credentials(const std::string& account, const std::string& code) {
        const Credentials old = TRY(store::credentials_of(transaction_, account));
        TRY(store::change_credentials(transaction_, account,
                                      code.empty() ? Credentials{.version = old.version}
                                                   : invited(door_, code, old.version)));
        return store::remove_sessions_of(transaction_, account);
    }

    const Door& door_;
    Transaction& transaction_;
};

}  // namespace

Result<std::vector<StaffChange>> read_staff_changes(std::string_view csv, std::string name) {
    templates::CsvData rows = TRY(templates::CsvData::open(columns(), csv, std::move(name)));
    std::vector<StaffChange> changes;
    Diagnostics findings;
    std::set<std::string> seen;
    while (auto row = rows.next()) {
        if (!row->data.ok()) {
            append(findings, std::move(row->data).findings());
            continue;
        }
        const templates::json::Value& data = row->data->root;
        StaffChange change{.line = row->place.line,
                           .login = text_of(data, "職員番号"),
                           .name = text_of(data, "氏名"),
                           .department = text_of(data, "所属"),
                           .roles = roles_of(text_of(data, "役割")),
                           .on = text_of(data, "発効日")};
        for (const auto& [kind, word] : staff_change_kinds) {
            if (text_of(data, "区分") == word) change.kind = kind;
        }
        check(change, seen, findings);
        changes.push_back(std::move(change));
    }
    if (!findings.empty()) return findings;
    return changes;
}

Result<std::vector<Difference>> compare(const std::vector<Account>& staff,
                                        const std::vector<StaffChange>& changes) {
    const ByLogin accounts = by_login(staff);
    std::vector<Difference> differences;
    Diagnostics findings;
    for (const StaffChange& change : changes) {
        const auto known = accounts.find(change.login);
        const bool is_there =
            known != accounts.end() && known->second.state != Account::State::Left;
        if (change.kind == Kind::Join && known != accounts.end()) {
            findings.push_back(at_line(change.line, "staff.there", "この職員番号はすでにあります。",
                                       "this login is there already."));
        } else if (change.kind != Kind::Join && !is_there) {
            findings.push_back(at_line(change.line, "staff.unknown", "この職員番号はありません。",
                                       "there is no such login."));
        } else if (change.kind == Kind::Move) {
            const std::string words = difference(known->second, change);
            differences.push_back({change, words.empty() ? "" : "異動: " + words});
        } else {
            differences.push_back(
                {change, word_of(change.kind) +
                             (change.department.empty() ? "" : ": " + change.department)});
        }
    }
    if (!findings.empty()) return findings;
    return differences;
}

Result<YearlyRun> apply(const Door& door, const std::vector<StaffChange>& changes,
                        const std::string& actor) {
    YearlyRun made{random_text(12), {}};
    TRY(door.store.write(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        const std::vector<Account> staff = TRY(store::all_accounts(transaction));
        const std::vector<Difference> differences = TRY(compare(staff, changes));
        const ByLogin accounts = by_login(staff);
        Run run(door, transaction);
        for (const Difference& one : differences) {
            if (one.words.empty()) continue;
            const StaffChange& change = one.change;
            if (change.kind == Kind::Join) {
                TRY(run.join(change));
            } else if (change.kind == Kind::Move) {
                TRY(run.move(accounts.at(change.login), change));
            } else {
                TRY(run.leave(accounts.at(change.login)));
            }
        }
        TRY(store::add_staff_run(transaction, {made.id, false, run.steps, 1}));
        made.codes = std::move(run.codes);
        return transaction.note(entry(actor, "staff.changed", "staff-run:" + made.id));
    }));
    return made;
}

Result<std::vector<OneTimeCode>> undo(const Door& door, const std::string& id,
                                      const std::string& actor) {
    std::vector<OneTimeCode> codes;
    TRY(door.store.write(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        std::optional<store::StaffRun> found = TRY(store::find_staff_run(transaction, id));
        if (!found)
            return store::store_failure("staff.no-run",
                                        {"この変更はありません。", "There is no such change."});
        if (found->is_undone)
            return store::store_failure("staff.undone",
                                        {"すでに取り消されています。", "It was undone already."});
        Run run(door, transaction);
        for (auto text = found->steps.rbegin(); text != found->steps.rend(); ++text) {
            const std::optional<Step> step = read_step(*text);
            if (!step)
                return store::store_failure(
                    "store.damaged", {"変更の記録が壊れています。", "The record is damaged."});
            TRY(run.undo(*step));
        }
        found->is_undone = true;
        TRY(store::change_staff_run(transaction, *found));
        codes = std::move(run.codes);
        return transaction.note(entry(actor, "staff.change-undone", "staff-run:" + id));
    }));
    return codes;
}

}  // namespace madoguchi::api::access
