// The staff of one tenant on either engine, with a clock that the test sets.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "api/access/second_factor.h"
#include "api/access/staff.h"
#include "api/store/audit_table.h"
#include "api/store/settings.h"
#include "tests/support/store_on_disk.h"

namespace madoguchi::api::access {

using namespace std::chrono_literals;

inline const std::string good_password = "correct horse battery";

/// The parameter is the engine's name.
class StaffTest : public testing::TestWithParam<std::string> {
  protected:
    void SetUp() override {
        const auto settings = store::read_store_settings(disk_.service_file()).value();
        auto opened = store::Store::open(settings, clock_);
        ASSERT_TRUE(opened.ok()) << to_line(opened.findings().front());
        store_ = std::move(opened).value();
    }

    Door door(std::string_view tenant = "minato") {
        return {*store_, *TenantId::parse(tenant), common_, clock_, {}};
    }
    template <typename T>
    static std::string code_of(const Result<T>& outcome) {
        return outcome.ok() ? "" : outcome.findings().front().code;
    }

    std::string invite_one(const std::string& login = "a100") {
        return invite(door(), {login, "見本　花子", "市民課", {"clerk"}}, "operator").value();
    }
    /// An account that can sign in; its recovery codes.
    std::vector<std::string> enrol_one(const std::string& login = "a100") {
        const auto codes = enrol(door(), typed(invite_one(login), login));
        EXPECT_EQ(code_of(codes), "");
        now_ += 1min;
        return codes.ok() ? *codes : std::vector<std::string>();
    }
    Enrolment typed(const std::string& code, const std::string& login = "a100") {
        return {login, code, good_password, secret_, totp_code(secret_, now_)};
    }
    SignIn right(const std::string& login = "a100") {
        return {login, good_password, totp_code(secret_, now_)};
    }
    /// Signs in with a fresh code; the token.
    std::string come_in(const std::string& login = "a100") {
        now_ += 1min;
        const auto token = sign_in(door(), right(login));
        EXPECT_EQ(code_of(token), "");
        return token.ok() ? *token : "";
    }
    std::string account_id(const std::string& login = "a100") {
        const std::vector<Account> staff = staff_of(door()).value();
        for (const Account& account : staff) {
            if (account.login == login) return account.id;
        }
        return "";
    }
    std::vector<std::string> actions() {
        std::vector<std::string> found;
        const auto read = store_->read(door().tenant, [&](store::Transaction& transaction) {
            store::AuditTable table(transaction.session);
            return table.each(1, [&](const audit::KeptEntry& entry) -> Result<Done> {
                found.push_back(entry.action);
                return Done{};
            });
        });
        EXPECT_TRUE(read.ok());
        return found;
    }

    const tests::StoreOnDisk disk_{GetParam()};
    const CommonPasswords common_ = CommonPasswords::read("/usr/share/john/password.lst").value();
    Instant now_{std::chrono::sys_days{std::chrono::year{2026} / 4 / 1} + 9h};
    const Clock clock_ = [this] { return now_; };
    const std::string secret_ = new_totp_secret();
    std::unique_ptr<store::Store> store_;
};

}  // namespace madoguchi::api::access
