#include "api/access/staff.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "api/access/second_factor.h"
#include "api/keys/sodium.h"
#include "api/store/account_table.h"
#include "api/store/failure.h"
#include "api/tenants/register.h"
#include "base/utf8.h"

namespace madoguchi::api::access {

namespace {

using store::Transaction;

constexpr std::size_t recovery_codes = 10;
/// What a session's last request is written down by at most so often.
constexpr std::chrono::minutes seen_grain{1};

Diagnostic refused() {
    return {.code = "access.refused",
            .message = {"職員番号、パスワード、確認コードのどれかが違います。続けて間違えると、"
                        "しばらく使えなくなります。",
                        "Account, password or code is wrong. After several wrong tries the account "
                        "rests for a while."}};
}

Diagnostic signed_out() {
    return {
        .code = "access.signed-out",
        .message = {"サインインしていないか、時間が過ぎました。もう一度サインインしてください。",
                    "Not signed in, or the time is over. Sign in again."}};
}

std::string later(const Clock& clock, std::chrono::milliseconds by) {
    return to_text(clock() + by);
}

/// Whether the instant that a text names is still to come; texts sort as instants do.
bool is_ahead(const std::string& until, const Clock& clock) {
    return !until.empty() && to_text(clock()) < until;
}

audit::Entry entry(std::string actor, std::string action, const std::string& account) {
    return {std::move(actor), std::move(action), "account:" + account, "{}"};
}

std::string as_actor(const std::string& account) {
    return "account:" + account;
}

Result<Done> check_account(const std::string& login, const std::string& name,
                           const std::string& department, const std::vector<std::string>& roles) {
    const auto is_right = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    };
    const auto is_line = [](const std::string& text, std::size_t most) {
        return count_graphemes(text) <= most && text.find('\n') == std::string::npos;
    };
    const bool is_sound = !login.empty() && login.size() <= 64 &&
                          std::all_of(login.begin(), login.end(), is_right) && !name.empty() &&
                          is_line(name, 100) && is_line(department, 100) &&
                          std::is_sorted(roles.begin(), roles.end());
    if (is_sound) return Done{};
    return Diagnostic{
        .code = "access.wrong-account",
        .message = {
            "職員番号（英小文字・数字・.-_、64字まで）、氏名、所属のどれかが正しくありません。",
            "The login (a-z, 0-9, '.', '-', '_', up to 64), the name or the department is "
            "wrong."}};
}

/// Credentials that hold an open invitation and nothing else.
Credentials invited(const Door& door, const std::string& code, int version) {
    return {.enrolment_hash = hash_code(code),
            .enrolment_until = later(door.clock, door.rules.invitation),
            .version = version};
}

struct Known {
    Account account;
    Credentials credentials;
};

Result<std::optional<Known>> look_up(Transaction& transaction, const std::string& login) {
    std::optional<Account> account = TRY(store::find_account_by_login(transaction, login));
    if (!account) return std::optional<Known>();
    Credentials credentials = TRY(store::credentials_of(transaction, account->id));
    return std::optional(Known{*std::move(account), std::move(credentials)});
}

Result<std::optional<Known>> look_up(const Door& door, const std::string& login) {
    std::optional<Known> known;
    TRY(door.store.read(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        known = TRY(look_up(transaction, login));
        return Done{};
    }));
    return known;
}

/// Whether the code opens the door once; what must be remembered of it goes into the credentials.
bool take_code(Credentials& credentials, const std::string& code, const Clock& clock) {
    if (const auto step = totp_step(credentials.totp_secret, code, clock())) {
        if (*step <= credentials.last_totp_step) return false;
        credentials.last_totp_step = *step;
        return true;
    }
    const auto left = std::find(credentials.recovery_hashes.begin(),
                                credentials.recovery_hashes.end(), hash_code(code));
    if (left == credentials.recovery_hashes.end()) return false;
    credentials.recovery_hashes.erase(left);
    return true;
}

void count_failure(Credentials& credentials, const Door& door) {
    ++credentials.failures;
    if (credentials.failures < door.rules.failures_before_lock) return;
    credentials.failures = 0;
    credentials.locked_until = later(door.clock, door.rules.lock);
}

/// Password and code against what is kept, within one transaction; the account when both are right.
class Proof {
  public:
    Proof(const Door& door, const SignIn& typed) : door_(door), typed_(typed) {}

    /// The slow half, outside of any transaction. The same time is spent on nobody's password.
    Result<Done> check_password_first() {
        const std::optional<Known> known = TRY(look_up(door_, typed_.login));
        if (known && !known->credentials.password_hash.empty()) {
            hash_ = known->credentials.password_hash;
            is_right_ = is_password(typed_.password, hash_);
        } else {
            waste_time_of_a_check(typed_.password);
        }
        return Done{};
    }

    /// Nothing, and a note in the trail, when something is wrong.
    Result<std::optional<Account>> finish(Transaction& transaction) {
        std::optional<Known> known = TRY(look_up(transaction, typed_.login));
        if (!known) {
            TRY(transaction.note(entry("unknown", "sign-in.refused", "unknown")));
            return std::optional<Account>();
        }
        Credentials& credentials = known->credentials;
        const bool is_locked = is_ahead(credentials.locked_until, door_.clock);
        const bool is_open = known->account.state == Account::State::Active && !is_locked &&
                             is_right_ && hash_ == credentials.password_hash;
        if (is_open && take_code(credentials, typed_.code, door_.clock)) {
            credentials.failures = 0;
            credentials.locked_until.clear();
            TRY(store::change_credentials(transaction, known->account.id, credentials));
            return std::optional(known->account);
        }
        if (!is_locked) {
            count_failure(credentials, door_);
            TRY(store::change_credentials(transaction, known->account.id, credentials));
        }
        TRY(transaction.note(
            entry("unknown", is_locked ? "sign-in.locked" : "sign-in.refused", known->account.id)));
        return std::optional<Account>();
    }

  private:
    const Door& door_;
    const SignIn& typed_;
    std::string hash_;
    bool is_right_ = false;
};

Result<Done> check_tenant(const Door& door) {
    const TenantRecord tenant = TRY(get_tenant(door.store, door.tenant));
    if (tenant.state == TenantRecord::State::Active) return Done{};
    return Diagnostic{
        .code = "access.suspended",
        .message = {"この自治体の利用は止められています。", "This tenant is suspended."}};
}

/// Over since the last request, or since its beginning.
bool is_over(const Session& session, const Door& door) {
    const std::string idle_since = later(door.clock, -door.rules.idle);
    const std::string begun_since = later(door.clock, -door.rules.whole_session);
    return session.seen_at < idle_since || session.began_at < begun_since;
}

Result<Account> must_find(Transaction& transaction, const std::string& account) {
    std::optional<Account> found = TRY(store::find_account(transaction, account));
    if (found) return *std::move(found);
    return store::store_failure("access.no-account",
                                {"この利用者はいません。", "There is no such account."});
}

}  // namespace

Result<std::string> invite(const Door& door, const NewAccount& account, const std::string& actor) {
    TRY(check_account(account.login, account.name, account.department, account.roles));
    const std::string code = new_code();
    const Account made{random_text(12),
                       account.login,
                       account.name,
                       account.department,
                       account.roles,
                       Account::State::Invited,
                       1};
    TRY(door.store.write(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        TRY(store::add_account(transaction, made, invited(door, code, 1)));
        return transaction.note(entry(actor, "account.invited", made.id));
    }));
    return code;
}

Result<std::vector<std::string>> enrol(const Door& door, const Enrolment& typed) {
    TRY(check_tenant(door));
    const std::optional<Known> known = TRY(look_up(door, typed.login));
    const auto fits = [&](const Credentials& credentials) {
        return !credentials.enrolment_hash.empty() &&
               credentials.enrolment_hash == hash_code(typed.code) &&
               is_ahead(credentials.enrolment_until, door.clock);
    };
    const auto step = totp_step(typed.totp_secret, typed.totp_code, door.clock());
    if (!known || known->account.state == Account::State::Left || !fits(known->credentials) ||
        !step)
        return refused();
    TRY(check_password(typed.password, door.rules.password, door.common,
                       {known->account.login, known->account.name}));
    const std::vector<std::string> codes = new_recovery_codes(recovery_codes);
    Credentials enrolled{.password_hash = hash_password(typed.password),
                         .totp_secret = typed.totp_secret,
                         .last_totp_step = *step};
    for (const std::string& code : codes)
        enrolled.recovery_hashes.push_back(hash_code(code));
    TRY(door.store.write(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        std::optional<Known> now = TRY(look_up(transaction, typed.login));
        if (!now || !fits(now->credentials)) return refused();  // somebody else used it meanwhile
        enrolled.version = now->credentials.version;
        TRY(store::change_credentials(transaction, now->account.id, enrolled));
        now->account.state = Account::State::Active;
        TRY(store::change_account(transaction, now->account));
        return transaction.note(
            entry(as_actor(now->account.id), "account.enrolled", now->account.id));
    }));
    return codes;
}

Result<std::string> sign_in(const Door& door, const SignIn& typed) {
    TRY(check_tenant(door));
    Proof proof(door, typed);
    TRY(proof.check_password_first());
    const std::string token = random_text(32);
    bool is_in = false;
    TRY(door.store.write(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        const std::optional<Account> account = TRY(proof.finish(transaction));
        is_in = account.has_value();
        if (!is_in) return Done{};
        const std::string now = to_text(door.clock());
        TRY(store::add_session(transaction, {hash_token(token), account->id, now, now, now}));
        return transaction.note(entry(as_actor(account->id), "sign-in", account->id));
    }));
    if (!is_in) return refused();
    return token;
}

Result<Recognised> recognise(const Door& door, std::string_view token) {
    TRY(check_tenant(door));
    const std::string hash = hash_token(token);
    std::optional<Session> session;
    std::optional<Account> account;
    TRY(door.store.read(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        session = TRY(store::find_session(transaction, hash));
        if (session) account = TRY(store::find_account(transaction, session->account));
        return Done{};
    }));
    const bool is_alive =
        session && account && account->state == Account::State::Active && !is_over(*session, door);
    if (!is_alive) return signed_out();
    if (session->seen_at < later(door.clock, -seen_grain)) {
        session->seen_at = to_text(door.clock());
        TRY(door.store.write(door.tenant, [&](Transaction& transaction) {
            return store::change_session(transaction, *session);
        }));
    }
    const bool is_fresh = session->proved_at >= later(door.clock, -door.rules.fresh_proof);
    return Recognised{*std::move(account), *std::move(session), is_fresh};
}

Result<std::string> prove_again(const Door& door, std::string_view token, const SignIn& typed) {
    Recognised recognised = TRY(recognise(door, token));
    Proof proof(door, typed);
    TRY(proof.check_password_first());
    const std::string anew = random_text(32);
    bool is_proven = false;
    TRY(door.store.write(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        const std::optional<Account> account = TRY(proof.finish(transaction));
        is_proven = account && account->id == recognised.account.id;
        if (!is_proven) return Done{};
        TRY(store::remove_session(transaction, recognised.session.token_hash));
        Session session = recognised.session;
        session.token_hash = hash_token(anew);
        session.seen_at = session.proved_at = to_text(door.clock());
        TRY(store::add_session(transaction, session));
        return transaction.note(entry(as_actor(account->id), "sign-in.proven", account->id));
    }));
    if (is_proven) return anew;
    return refused();
}

Result<Done> sign_out(const Door& door, std::string_view token) {
    const std::string hash = hash_token(token);
    return door.store.write(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        const std::optional<Session> session = TRY(store::find_session(transaction, hash));
        if (!session) return Done{};
        TRY(store::remove_session(transaction, hash));
        return transaction.note(entry(as_actor(session->account), "sign-out", session->account));
    });
}

Result<std::string> reset(const Door& door, const std::string& account, const std::string& actor) {
    const std::string code = new_code();
    TRY(door.store.write(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        Account found = TRY(must_find(transaction, account));
        const Credentials old = TRY(store::credentials_of(transaction, account));
        TRY(store::change_credentials(transaction, account, invited(door, code, old.version)));
        TRY(store::remove_sessions_of(transaction, account));
        found.state = Account::State::Invited;
        TRY(store::change_account(transaction, found));
        return transaction.note(entry(actor, "account.reset", account));
    }));
    return code;
}

Result<Done> let_go(const Door& door, const std::string& account, const std::string& actor) {
    return door.store.write(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        Account found = TRY(must_find(transaction, account));
        const Credentials old = TRY(store::credentials_of(transaction, account));
        TRY(store::change_credentials(transaction, account, {.version = old.version}));
        TRY(store::remove_sessions_of(transaction, account));
        found.state = Account::State::Left;
        TRY(store::change_account(transaction, found));
        return transaction.note(entry(actor, "account.left", account));
    });
}

Result<Done> change(const Door& door, const Account& account, const std::string& actor) {
    TRY(check_account(account.login, account.name, account.department, account.roles));
    return door.store.write(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        const Account now = TRY(must_find(transaction, account.id));
        Account changed = account;
        changed.state = now.state;
        TRY(store::change_account(transaction, changed));
        return transaction.note(entry(actor, "account.changed", account.id));
    });
}

Result<std::vector<Account>> staff_of(const Door& door) {
    std::vector<Account> accounts;
    TRY(door.store.read(door.tenant, [&](Transaction& transaction) -> Result<Done> {
        accounts = TRY(store::all_accounts(transaction));
        return Done{};
    }));
    return accounts;
}

}  // namespace madoguchi::api::access
