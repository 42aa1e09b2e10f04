#include "api/access/account_text.h"

#include <array>
#include <utility>

#include "api/store/payload.h"

namespace madoguchi::api::access {

namespace {

constexpr std::array<std::pair<Account::State, std::string_view>, 3> states = {{
    {Account::State::Invited, "invited"},
    {Account::State::Active, "active"},
    {Account::State::Left, "left"},
}};

}  // namespace

std::string write_payload(const Account& account) {
    store::PayloadWriter writer;
    writer.put("login", account.login);
    writer.put("name", account.name);
    writer.put("department", account.department);
    writer.put("roles", account.roles);
    for (const auto& [state, word] : states) {
        if (state == account.state) writer.put("state", std::string(word));
    }
    return writer.take();
}

bool read_payload(std::string_view text, Account& account) {
    store::PayloadReader reader(text);
    std::string state;
    reader.get("login", account.login);
    reader.get("name", account.name);
    reader.get("department", account.department);
    reader.get("roles", account.roles);
    reader.get("state", state);
    bool known = false;
    for (const auto& [value, word] : states) {
        if (word == state) account.state = value, known = true;
    }
    reader.require(known);
    return reader.sound();
}

std::string write_payload(const Credentials& credentials) {
    store::PayloadWriter writer;
    writer.put("password", credentials.password_hash);
    writer.put("totp", credentials.totp_secret);
    writer.put("lastStep", credentials.last_totp_step);
    writer.put("recovery", credentials.recovery_hashes);
    writer.put("enrolment", credentials.enrolment_hash);
    writer.put("enrolmentUntil", credentials.enrolment_until);
    writer.put("failures", std::int64_t{credentials.failures});
    writer.put("lockedUntil", credentials.locked_until);
    return writer.take();
}

bool read_payload(std::string_view text, Credentials& credentials) {
    store::PayloadReader reader(text);
    reader.get("password", credentials.password_hash);
    reader.get("totp", credentials.totp_secret);
    reader.get("lastStep", credentials.last_totp_step);
    reader.get("recovery", credentials.recovery_hashes);
    reader.get("enrolment", credentials.enrolment_hash);
    reader.get("enrolmentUntil", credentials.enrolment_until);
    reader.get("failures", credentials.failures);
    reader.get("lockedUntil", credentials.locked_until);
    return reader.sound();
}

std::string write_payload(const Session& session) {
    store::PayloadWriter writer;
    writer.put("beganAt", session.began_at);
    writer.put("seenAt", session.seen_at);
    writer.put("provedAt", session.proved_at);
    return writer.take();
}

bool read_payload(std::string_view text, Session& session) {
    store::PayloadReader reader(text);
    reader.get("beganAt", session.began_at);
    reader.get("seenAt", session.seen_at);
    reader.get("provedAt", session.proved_at);
    return reader.sound();
}

}  // namespace madoguchi::api::access
