// The registry as a file: what is misspelt is said, and nothing is lost on the way.
#include "api/tenants/gaiji_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace madoguchi::api {
namespace {

using testing::ElementsAre;

constexpr const char* whole = R"({
  "family": "Minato Gaiji",
  "glyphs": [
    {
      "code": "U+E000",
      "vendorCode": "JEF:80A1",
      "reading": "はたけやま",
      "meaning": "山の下に田",
      "source": "EUDC.TTE",
      "identified": "U+8FBB+E0102",
      "substitutes": {"jisx0208": "畑山", "jisx0213": "畠"},
      "validFrom": "2026-04-01",
      "validTo": "2027-03-31",
      "advance": 500,
      "path": "M0 0.125L900 0L900 900Z"
    },
    {"code": "U+10FFFD", "identified": "none", "advance": 1000, "path": "M0 0L900 0L900 900Z"}
  ],
  "history": [
    {"date": "2026-03-01", "code": "U+E001", "action": "registered", "note": "届いた"},
    {"date": "2026-04-01", "code": "U+E001", "action": "removed"},
    {
      "date": "2026-05-01",
      "code": "U+E000",
      "action": "replaced",
      "advance": 1000,
      "path": "M0 0L900 0L900 900Z"
    }
  ]
}
)";

TEST(GaijiFile, IsWrittenAsItWasRead) {
    const auto registry = read_gaiji_file(whole, "gaiji.json");
    ASSERT_TRUE(registry.ok()) << to_line(registry.findings().front());
    EXPECT_EQ(write_gaiji_file(*registry), whole);
}

std::vector<std::string> findings(const std::string& glyphs, const std::string& more = "") {
    const auto registry =
        read_gaiji_file(R"({"family": "G", "glyphs": [)" + glyphs + "]" + more + "}", "g.json");
    std::vector<std::string> found;
    if (registry.ok()) return found;
    for (const Diagnostic& finding : registry.findings()) {
        EXPECT_TRUE(finding.origin.source.has_value());
        found.push_back(finding.message.en);
    }
    return found;
}

TEST(GaijiFile, SaysEveryMemberThatIsWrong) {
    const std::string path = R"("path": "M0 0H9V9Z")";
    EXPECT_THAT(
        findings(R"({"code": "U+E000", "identified": "MJ1", "validFrom": "2026-02-30",
                             "advance": 1.5, "substitutes": {"jis": "x", "cp932": ""}, )" +
                 path + "}"),
        ElementsAre("Write identified as MJ003719, GJ000001, U+8FBB+E0102 or none.",
                    "There is no repertoire \"jis\".", "cp932 must be a text that is not empty.",
                    "validFrom must be a day of the calendar, as 2026-04-01.",
                    "advance is a whole number."));
    EXPECT_THAT(findings(R"({"code": "U+E000", "substitutes": [], )" + path + "}"),
                ElementsAre("An object is needed here."));
    EXPECT_THAT(findings("5"),
                ElementsAre("An object is needed here.", "code is required.", "path is required."));
    EXPECT_THAT(findings("", R"(, "history": [{"date": "x", "code": "U+0041", "action": "y"}])"),
                ElementsAre("date must be a day of the calendar, as 2026-04-01.",
                            "Write a glyph's code as U+E000.", "There is no such action."));
    EXPECT_THAT(findings("", R"(, "history": [{"date": "2026-04-01", "code": "U+E000",
                                 "action": "removed", "path": "M0 0"}])"),
                ElementsAre("The path draws no shape."));
    EXPECT_THAT(findings("", R"(, "history": {})"), ElementsAre("history is a list."));
    EXPECT_THAT(findings("", R"(, "glyph": [])"), ElementsAre("There is no setting \"glyph\"."));
}

TEST(GaijiFile, SaysTwoGlyphsOfOneCode) {
    const std::string one = R"({"code": "U+E000", "path": "M0 0H9V9Z"})";
    EXPECT_THAT(findings(one + "," + one), ElementsAre("gaiji U+E000: one code has two glyphs."));
}

TEST(GaijiFile, SaysOneVendorCodeOfTwoGlyphs) {
    const auto glyph = [](const std::string& code) {
        return R"({"vendorCode": "F040", "path": "M0 0H9V9Z", "code": ")" + code + "\"}";
    };
    EXPECT_THAT(findings(glyph("U+E000") + "," + glyph("U+E001")),
                ElementsAre("gaiji U+E001: the vendor code F040 belongs to U+E000."));
}

TEST(GaijiFile, SaysAFamilyThatNoFontCanHave) {
    const auto registry = read_gaiji_file(R"({"family": "みなと", "glyphs": []})", "g.json");
    ASSERT_FALSE(registry.ok());
    EXPECT_EQ(registry.findings().front().code, "gaiji.bad-family");
}

}  // namespace
}  // namespace madoguchi::api
