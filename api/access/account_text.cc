#include "api/access/account_text.h"

#include <array>
#include <charconv>
#include <utility>

#include "templates/json/value.h"

namespace madoguchi::api::access {

namespace {

namespace json = templates::json;

class Writer {
  public:
    void put(std::string_view name, const std::string& text) {
        members_.push_back({std::string(name), {text}});
    }
    void put(std::string_view name, std::int64_t number) {
        members_.push_back({std::string(name), {json::Number{std::to_string(number)}}});
    }
    void put(std::string_view name, const std::vector<std::string>& texts) {
        json::Array items;
        for (const std::string& text : texts)
            items.push_back({text});
        members_.push_back({std::string(name), {std::move(items)}});
    }
    std::string take() { return json::write({std::move(members_)}, json::Layout::Compact); }

  private:
    json::Object members_;
};

class Reader {
  public:
    explicit Reader(std::string_view text) {
        auto value = json::read(text, "payload");
        sound_ = value.ok();
        if (sound_) root_ = std::move(value).value();
    }

    void get(std::string_view name, std::string& text) {
        const json::Value* const value = root_.find(name);
        if (value == nullptr || value->string() == nullptr) {
            sound_ = false;
        } else {
            text = *value->string();
        }
    }
    template <typename Number>
    void get(std::string_view name, Number& number) {
        const json::Value* const value = root_.find(name);
        if (value == nullptr || value->number() == nullptr) {
            sound_ = false;
            return;
        }
        const std::string& digits = value->number()->text;
        const char* const end = digits.data() + digits.size();
        const auto [behind, error] = std::from_chars(digits.data(), end, number);
        if (error != std::errc() || behind != end) sound_ = false;
    }
    void get(std::string_view name, std::vector<std::string>& texts) {
        const json::Value* const value = root_.find(name);
        if (value == nullptr || value->array() == nullptr) {
            sound_ = false;
            return;
        }
        for (const json::Value& item : *value->array()) {
            if (item.string() == nullptr) {
                sound_ = false;
            } else {
                texts.push_back(*item.string());
            }
        }
    }
    void require(bool holds) { sound_ = sound_ && holds; }
    bool sound() const { return sound_; }

  private:
    json::Value root_;
    bool sound_ = false;
};

constexpr std::array<std::pair<Account::State, std::string_view>, 3> states = {{
    {Account::State::Invited, "invited"},
    {Account::State::Active, "active"},
    {Account::State::Left, "left"},
}};

}  // namespace

std::string write_payload(const Account& account) {
    Writer writer;
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
    Reader reader(text);
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
    Writer writer;
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
    Reader reader(text);
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
    Writer writer;
    writer.put("beganAt", session.began_at);
    writer.put("seenAt", session.seen_at);
    writer.put("provedAt", session.proved_at);
    return writer.take();
}

bool read_payload(std::string_view text, Session& session) {
    Reader reader(text);
    reader.get("beganAt", session.began_at);
    reader.get("seenAt", session.seen_at);
    reader.get("provedAt", session.proved_at);
    return reader.sound();
}

}  // namespace madoguchi::api::access
