#include "api/keys/tenant_keys.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "api/keys/sealing.h"

namespace madoguchi::api {
namespace {

namespace fs = std::filesystem;

class KeysTest : public testing::Test {
  protected:
    KeysTest()
        : file_(fs::temp_directory_path() / ("madoguchi-key-" + std::to_string(::getpid()))) {
        fs::remove(file_);
    }
    ~KeysTest() override { fs::remove(file_); }

    void write(const std::string& text) {
        std::ofstream(file_) << text;
        fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write);
    }
    std::string text() const {
        std::ifstream in(file_);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::string code() const {
        const auto keys = MasterKeys::read(file_);
        return keys.ok() ? "" : keys.findings().front().code;
    }
    MasterKeys masters() const { return MasterKeys::read(file_).value(); }

    static bool same(const SecretKey& a, const SecretKey& b) {
        return std::equal(a.data(), a.data() + SecretKey::size, b.data());
    }

    const fs::path file_;
    const TenantId minato_ = *TenantId::parse("minato"), tokyo_ = *TenantId::parse("tokyo");
};

TEST_F(KeysTest, AMasterKeyFileIsMadeForItsOwnerAloneAndNeverOverwritten) {
    ASSERT_TRUE(make_master_key_file(file_, "2026").ok());
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(masters().newest().name, "2026");
    const std::string before = text();
    const auto again = make_master_key_file(file_, "2027");
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.findings().front().code, "key.exists");
    EXPECT_EQ(text(), before);
}

TEST_F(KeysTest, AMasterKeyFileThatOthersMayReadIsRefused) {
    ASSERT_TRUE(make_master_key_file(file_, "2026").ok());
    for (const fs::perms wider : {fs::perms::group_read, fs::perms::others_read,
                                  fs::perms::group_write, fs::perms::others_exec}) {
        fs::permissions(file_, wider, fs::perm_options::add);
        EXPECT_EQ(code(), "key.rights");
        fs::permissions(file_, wider, fs::perm_options::remove);
    }
    EXPECT_EQ(code(), "");
}

TEST_F(KeysTest, AMasterKeyFileThatIsNoneIsRefusedWithoutTellingIt) {
    EXPECT_EQ(code(), "key.unreadable");
    const std::string key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    for (const std::string& bad :
         {std::string(), std::string("# only a remark\n"), std::string("2026\n"),
          "2026 " + key + "A\n", "2026 " + key.substr(1) + "\n", "20 26 " + key + "\n",
          "二〇 " + key + "\n", "2026 " + key + "\n2026 " + key + "\n", std::string(20000, '#')}) {
        write(bad);
        EXPECT_EQ(code(), "key.malformed") << bad.substr(0, 60);
        EXPECT_EQ(to_line(MasterKeys::read(file_).findings().front()).find(key), std::string::npos);
    }
    write("# 2026\n\n2026 " + key + "\n");
    EXPECT_EQ(code(), "");
    fs::remove(file_);
    fs::create_symlink("/dev/null", file_);
    EXPECT_EQ(code(), "key.unreadable");
}

TEST_F(KeysTest, TenantsHaveKeysOfTheirOwn) {
    ASSERT_TRUE(make_master_key_file(file_, "2026").ok());
    const auto minato =
        TenantKeys::unwrap(minato_, make_tenant_keys(minato_, masters()), masters());
    const auto tokyo = TenantKeys::unwrap(tokyo_, make_tenant_keys(tokyo_, masters()), masters());
    ASSERT_TRUE(minato.ok() && tokyo.ok());
    EXPECT_FALSE(same(minato->newest_data(), tokyo->newest_data()));
    EXPECT_FALSE(same(minato->search(), minato->audit()));
    EXPECT_FALSE(same(minato->search(), minato->newest_data()));
}

TEST_F(KeysTest, AWrappedKeyOpensForItsTenantPurposeAndNumberOnly) {
    ASSERT_TRUE(make_master_key_file(file_, "2026").ok());
    const std::vector<WrappedKey> wrapped = make_tenant_keys(minato_, masters());
    const auto code_of = [&](const TenantId& tenant, const std::vector<WrappedKey>& keys) {
        const auto opened = TenantKeys::unwrap(tenant, keys, masters());
        return opened.ok() ? "" : opened.findings().front().code;
    };
    EXPECT_EQ(code_of(minato_, wrapped), "");
    EXPECT_EQ(code_of(tokyo_, wrapped), "key.damaged");
    auto swapped = wrapped;
    std::swap(swapped[0].wrapped, swapped[1].wrapped);
    EXPECT_EQ(code_of(minato_, swapped), "key.damaged");
    auto renumbered = wrapped;
    renumbered[0].number = 2;
    EXPECT_EQ(code_of(minato_, renumbered), "key.damaged");
    auto missing = wrapped;
    missing.pop_back();
    EXPECT_EQ(code_of(minato_, missing), "key.damaged");
    EXPECT_EQ(code_of(minato_, {}), "key.damaged");
    auto of_nobody = wrapped;
    of_nobody[0].master = "2020";
    EXPECT_EQ(code_of(minato_, of_nobody), "key.no-master");
    auto flipped = wrapped;
    flipped[1].wrapped[20] = flipped[1].wrapped[20] == 'A' ? 'B' : 'A';
    EXPECT_EQ(code_of(minato_, flipped), "key.damaged");
}

TEST_F(KeysTest, AFurtherDataKeyLeavesOldSealsReadable) {
    ASSERT_TRUE(make_master_key_file(file_, "2026").ok());
    std::vector<WrappedKey> wrapped = make_tenant_keys(minato_, masters());
    const TenantKeys before = TenantKeys::unwrap(minato_, wrapped, masters()).value();
    wrapped.push_back(next_data_key(minato_, before, masters()));
    const TenantKeys after = TenantKeys::unwrap(minato_, wrapped, masters()).value();
    EXPECT_EQ(before.newest_data_number(), 1);
    EXPECT_EQ(after.newest_data_number(), 2);
    ASSERT_NE(after.data(1), nullptr);
    EXPECT_TRUE(same(*after.data(1), before.newest_data()));
    EXPECT_FALSE(same(after.newest_data(), before.newest_data()));
    EXPECT_EQ(after.data(3), nullptr);
}

TEST_F(KeysTest, AnotherMasterKeyKeepsTheTenantsKeys) {
    ASSERT_TRUE(make_master_key_file(file_, "2026").ok());
    const std::string old_line = text();
    const std::vector<WrappedKey> wrapped = make_tenant_keys(minato_, masters());
    const TenantKeys before = TenantKeys::unwrap(minato_, wrapped, masters()).value();
    fs::remove(file_);
    ASSERT_TRUE(make_master_key_file(file_, "2027").ok());
    const std::string new_line = text();
    write(new_line + old_line);
    const auto anew = rewrap(minato_, wrapped, masters());
    ASSERT_TRUE(anew.ok());
    write(new_line);
    EXPECT_FALSE(TenantKeys::unwrap(minato_, wrapped, masters()).ok());
    const auto after = TenantKeys::unwrap(minato_, *anew, masters());
    ASSERT_TRUE(after.ok());
    EXPECT_TRUE(same(after->newest_data(), before.newest_data()));
    EXPECT_TRUE(same(after->search(), before.search()));
    EXPECT_TRUE(same(after->audit(), before.audit()));
}

}  // namespace
}  // namespace madoguchi::api
