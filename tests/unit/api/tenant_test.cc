// A tenant's directory: what is misspelt is said, so that no name prints without its characters.
#include "api/tenants/tenant.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace madoguchi::api {
namespace {

using testing::ElementsAre;

class TenantDirectory : public testing::Test {
  protected:
    TenantDirectory() { std::filesystem::create_directories(directory); }
    ~TenantDirectory() override { std::filesystem::remove_all(directory); }

    void write(const char* name, const std::string& content) const {
        std::ofstream(directory / name, std::ios::binary) << content;
    }
    /// "line:column message" of each finding; nothing when the tenant can be read.
    std::vector<std::string> findings() const {
        const auto tenant = read_tenant(directory);
        std::vector<std::string> out;
        if (tenant.ok()) return out;
        for (const Diagnostic& finding : tenant.findings()) {
            out.push_back(std::to_string(finding.origin.source->line) + ":" +
                          std::to_string(finding.origin.source->column) + " " + finding.message.en);
        }
        return out;
    }

    const std::filesystem::path directory =
        std::filesystem::temp_directory_path() /
        ("madoguchi-tenant-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
         ::testing::UnitTest::GetInstance()->current_test_info()->name());
};

constexpr const char* with_drawings = R"({"id": "t", "name": "見本町", "gaiji": "g.json"})";

TEST_F(TenantDirectory, IsReadWithItsCharacters) {
    write("tenant.json", with_drawings);
    write("g.json", R"({"family": "G", "glyphs": [{"code": "U+E000", "path": "M0 0H9V9Z"}]})");
    const auto tenant = read_tenant(directory);
    ASSERT_TRUE(tenant.ok());
    EXPECT_TRUE(tenant->gaiji->glyph(0xe000));
}

TEST_F(TenantDirectory, NamesNoFileOfAnotherFolder) {
    for (const char* name : {"../other/gaiji.json", "/tmp/gaiji.json", ".."}) {
        write("tenant.json",
              R"({"id": "t", "name": "見本町", "gaiji": ")" + std::string(name) + "\"}");
        EXPECT_THAT(findings(), ElementsAre("1:37 gaiji names a file of this very folder."));
    }
}

TEST_F(TenantDirectory, SaysEverySettingThatIsNotOne) {
    write("tenant.json", R"({"id": "t",
  "name": 5,
  "gaji": "g.json"})");
    EXPECT_THAT(findings(), ElementsAre("3:11 There is no setting \"gaji\".",
                                        "2:11 name must be a text that is not empty."));
}

TEST_F(TenantDirectory, SaysEveryDrawingThatDrawsNothing) {
    write("tenant.json", with_drawings);
    write("g.json", R"({"family": "G", "glyphs": [
  {"code": "U+E000", "pth": "M0 0H9V9Z"},
  {"code": "U+E001", "path": "M0 0"},
  {"code": "E002", "path": "M0 0H9V9Z"},
  {"code": "U+E003", "path": "M0 0 X"}]})");
    const auto found = findings();
    ASSERT_EQ(found.size(), 5U);
    EXPECT_EQ(found[0], "2:29 There is no setting \"pth\".");
    EXPECT_EQ(found[1], "2:3 path is required.");
    EXPECT_EQ(found[2], "3:30 The path draws no shape.");
    EXPECT_EQ(found[3], "4:3 Write a glyph's code as U+E000.");
    EXPECT_EQ(found[4].substr(0, 4), "5:30");
}

}  // namespace
}  // namespace madoguchi::api
