#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "api/access/password.h"
#include "api/access/second_factor.h"

namespace madoguchi::api::access {
namespace {

const CommonPasswords& common() {
    static const CommonPasswords list =
        CommonPasswords::read("/usr/share/john/password.lst").value();
    return list;
}

std::string verdict(std::string_view password) {
    const auto checked = check_password(password, {}, common(), {"a12345", "見本　太郎"});
    return checked.ok() ? "" : checked.findings().front().code;
}

TEST(Password, MayBeWhatIsLongAndNotGuessed) {
    for (const char* good : {"correct horse battery", "みほんのぱすわーどです。", "Tr0ub4dor&3-xyz",
                             "   spaces count   ", "𠮷野家の牛丼は並盛り三百円"})
        EXPECT_EQ(verdict(good), "") << good;
}

TEST(Password, IsRefusedWithTheReason) {
    EXPECT_EQ(verdict("short"), "access.password-short");
    EXPECT_EQ(verdict("辻\U000E0102辻\U000E0102辻\U000E0102辻\U000E0102"), "access.password-short");
    EXPECT_EQ(verdict(std::string(129, 'x') + "y"), "access.password-long");
    EXPECT_EQ(verdict("xxxxA12345xxxx"), "access.password-own");
    EXPECT_EQ(verdict("私は見本　太郎です。よろしく"), "access.password-own");
    EXPECT_EQ(verdict("123456789012password"), "access.password-common");
    EXPECT_EQ(verdict("Sunshine2026!!"), "access.password-common");
    EXPECT_EQ(verdict("aaaaaaaaaaaaaa"), "access.password-common");
    EXPECT_EQ(verdict("abcabcabcabcabc"), "access.password-common");
    EXPECT_EQ(verdict(std::string("good enough\0really", 18)), "access.password-text");
    EXPECT_EQ(verdict("good enough really\xff"), "access.password-text");
}

TEST(Password, ThePolicyIsData) {
    EXPECT_FALSE(check_password("four-teen-char", {.shortest = 15}, common(), {}).ok());
    EXPECT_TRUE(check_password("four-teen-char", {.shortest = 14}, common(), {}).ok());
}

TEST(Password, WithoutTheListNothingIsDecided) {
    EXPECT_EQ(CommonPasswords::read("/nowhere").findings().front().code, "access.no-list");
    EXPECT_FALSE(CommonPasswords::read("/dev/null").ok());
}

TEST(Password, IsKeptAsAHashOfItsOwn) {
    const std::string hash = hash_password("correct horse battery");
    EXPECT_THAT(hash, testing::StartsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    EXPECT_NE(hash, hash_password("correct horse battery"));
    EXPECT_TRUE(is_password("correct horse battery", hash));
    EXPECT_FALSE(is_password("correct horse batterz", hash));
    EXPECT_FALSE(is_password("", hash));
    EXPECT_FALSE(is_password("", ""));
    EXPECT_FALSE(is_password("x", "not a hash"));
}

Instant at(long long seconds) {
    return Instant(std::chrono::seconds(seconds));
}

TEST(Totp, AgreesWithTheStandardsExamples) {
    // RFC 6238, appendix B: the secret "12345678901234567890", the last six digits.
    const std::string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    EXPECT_EQ(totp_code(secret, at(59)), "287082");
    EXPECT_EQ(totp_code(secret, at(1111111109)), "081804");
    EXPECT_EQ(totp_code(secret, at(1234567890)), "005924");
    EXPECT_EQ(totp_code(secret, at(20000000000)), "353130");
    EXPECT_EQ(totp_step(secret, "287082", at(59)), 1);
}

TEST(Totp, IsTakenOneStepEarlyOrLate) {
    const std::string secret = new_totp_secret();
    const Instant now = at(1800000015);
    const std::string code = totp_code(secret, now);
    const auto step = totp_step(secret, code, now);
    ASSERT_TRUE(step);
    EXPECT_EQ(totp_step(secret, code, now + std::chrono::seconds(30)), step);
    EXPECT_EQ(totp_step(secret, code, now - std::chrono::seconds(30)), step);
    EXPECT_FALSE(totp_step(secret, code, now + std::chrono::seconds(61)));
    EXPECT_FALSE(totp_step(secret, code, now - std::chrono::seconds(61)));
}

TEST(Totp, NothingElseIsACode) {
    const std::string secret = new_totp_secret();
    const Instant now = at(1800000000);
    for (const char* wrong : {"", "12345", "1234567", "abcdef", "１２３４５６"})
        EXPECT_FALSE(totp_step(secret, wrong, now)) << wrong;
    EXPECT_FALSE(totp_step("", "000000", now));
    EXPECT_FALSE(totp_step("not base 32!", "000000", now));
    EXPECT_EQ(new_totp_secret().size(), 32u);
    EXPECT_NE(new_totp_secret(), secret);
    EXPECT_EQ(totp_address("ABC", "見本市", "a/1"),
              "otpauth://totp/%E8%A6%8B%E6%9C%AC%E5%B8%82:a%2F1?secret=ABC&issuer="
              "%E8%A6%8B%E6%9C%AC%E5%B8%82");
}

TEST(RandomCodes, AreTypedAsPeopleTypeThem) {
    std::set<std::string> seen;
    for (const std::string& code : new_recovery_codes(200)) {
        EXPECT_THAT(code,
                    testing::MatchesRegex("([2-9a-hjkmnp-tv-z]{5}-){4}[2-9a-hjkmnp-tv-z]{5}"));
        seen.insert(code);
    }
    EXPECT_EQ(seen.size(), 200u);
    EXPECT_EQ(hash_code("k3f7q-x9m2t"), hash_code("K3F7Q X9M2T"));
    EXPECT_NE(hash_code("k3f7q-x9m2t"), hash_code("k3f7q-x9m2v"));
    EXPECT_NE(hash_token("a-B"), hash_token("ab"));
}

}  // namespace
}  // namespace madoguchi::api::access
