// Files of links: what they mean, and every wrong one with its place.
#include "api/characters/link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/api/characters/characters_fixture.h"

namespace madoguchi::api {
namespace {

using testing::HasSubstr;

constexpr std::string_view host_table =
    "name\tホストの見本\nsource\t試験\nlicence\t窓口と同じ\nsingle-base\tebcdic-kana\n"
    "to-double\t28\nto-single\t29\nuser\t80A1-80FE\tU+E000\nB0A1\tU+4E9C\nA1C1\tU+301C\n";

TEST_F(LinkFolder, ReadsEveryMember) {
    write("host.tsv", host_table);
    const auto read_one = read(R"({
        "$schema": "link.schema.json",
        "name": "税システム", "charset": {"hostCode": "host.tsv"},
        "variants": {"wave": {"read": "U+FF5E", "write": "U+301C"}},
        "gaiji": [{"codes": "80A1-80A3", "codePoints": "U+E100-U+E102"},
                  {"codes": "80FE", "codePoints": "U+F0000"}],
        "target": "jisx0213", "noSubstitute": "mark", "choices": {"𠮷": "吉"},
        "records": {"form": "fixed", "bytes": 30, "fields": [10, 20]}})");
    ASSERT_TRUE(read_one.ok()) << to_line(read_one.findings()[0]);
    EXPECT_EQ(read_one->name, "税システム");
    EXPECT_EQ(read_one->code.name(), "ホストの見本");
    EXPECT_EQ(read_one->variants[0].read, U'～');
    EXPECT_EQ(read_one->variants[0].write, U'〜');
    EXPECT_EQ(read_one->gaiji.to_tenant.at(0xe002), char32_t{0xe102});
    EXPECT_EQ(read_one->gaiji.to_link.at(0xf0000), char32_t{0xe05d});
    EXPECT_EQ(read_one->target, fonts::RepertoireName::JisX0213);
    EXPECT_EQ(read_one->choices.at("𠮷"), "吉");
    EXPECT_EQ(read_one->records.fields, (std::vector<std::size_t>{10, 20}));
    EXPECT_EQ(read_one->records.delimiter, '\t');
}

TEST_F(LinkFolder, CountsGaijiRangesInTheCodesOwnOrder) {
    // F07F is no code: 64 codes from F040 to F080.
    const auto cp932 = read(R"({"name": "a", "charset": "cp932",
        "gaiji": [{"codes": "F040-F080", "codePoints": "U+E000-U+E03F"}]})");
    ASSERT_TRUE(cp932.ok()) << to_line(cp932.findings()[0]);
    EXPECT_EQ(cp932->gaiji.to_link.at(0xe03f), char32_t{0xe03f});
    // Everything that Windows has: F040 to F9FC.
    const auto all = read(R"({"name": "a", "charset": "cp932",
        "gaiji": [{"codes": "F040-F9FC", "codePoints": "U+E000-U+E757"}]})");
    ASSERT_TRUE(all.ok()) << to_line(all.findings()[0]);
    EXPECT_EQ(all->gaiji.to_link.size(), 1'880U);
    const auto ibm = read(R"({"name": "a", "charset": "ibm1399",
        "gaiji": [{"codes": "6941-6943", "codePoints": "U+E100-U+E102"}]})");
    ASSERT_TRUE(ibm.ok()) << to_line(ibm.findings()[0]);
    EXPECT_EQ(ibm->gaiji.to_link.at(0xe100), char32_t{0xe000});
}

struct Wrong {
    std::string json, says;
};

TEST_F(LinkFolder, RefusesWhatIsMisspelt) {
    write("host.tsv", host_table);
    const std::string name = R"("name": "a", "charset": "cp932")";
    const std::vector<Wrong> cases = {
        {R"([])", "object"},
        {R"({"charset": "cp932"})", "name"},
        {R"({"name": "a"})", "charset"},
        {R"({"name": "a", "charset": "sjis"})", "charset"},
        {R"({"name": "a", "charset": {"host-code": "host.tsv"}})", "host-code"},
        {R"({"name": "a", "charset": {"hostCode": "../host.tsv"}})", "beside"},
        {"{" + name + R"(, "varients": {}})", "varients"},
        {"{" + name + R"(, "variants": {"waves": {}}})", "waves"},
        {"{" + name + R"(, "variants": {"wave": {"out": "U+FF5E"}}})", "out"},
        {"{" + name + R"(, "variants": {"wave": {"read": "U+FF0D"}}})", "U+301C"},
        {"{" + name + R"(, "variants": {"cent": {"write": "U+00A2"}, "wave": 1}})", "object"},
        {R"({"name": "a", "charset": "shift_jis", "variants": {"minus": {"write": "U+FF0D"}}})",
         "lacks"},
        {"{" + name + R"(, "duplicates": ["jis", "ibm", "nec-row-13", "jis"]})", "orders"},
        {"{" + name + R"(, "duplicates": ["jis"]})", "orders"},
        {R"({"name": "a", "charset": "euc-jp",
             "duplicates": ["jis", "ibm", "nec-row-13", "nec-selected"]})",
         "cp932 alone"},
        {"{" + name + R"(, "gaiji": {}})", "array"},
        {"{" + name + R"(, "gaiji": [{"codes": "F040", "codePoints": "U+4E00"}]})", "private-use"},
        {"{" + name + R"(, "gaiji": [{"codes": "889F", "codePoints": "U+E000"}]})", "user-defined"},
        {"{" + name + R"(, "gaiji": [{"codes": "F040-F041", "codePoints": "U+E000"}]})", "2 ≠ 1"},
        {"{" + name + R"(, "gaiji": [{"codes": "F040", "codePoints": "U+E000"},
                                     {"codes": "F041", "codePoints": "U+E000"}]})",
         "twice"},
        {"{" + name + R"(, "gaiji": [{"codes": "F040", "codePoints": "U+E000"},
                                     {"codes": "F040", "codePoints": "U+E001"}]})",
         "twice"},
        {"{" + name + R"(, "target": "jis"})", "jisx0208"},
        {"{" + name + R"(, "noSubstitute": "mark"})", "target"},
        {"{" + name + R"(, "target": "jpki", "noSubstitute": "drop"})", "stop or mark"},
        {"{" + name + R"(, "choices": {"邉": "辺"}})", "target"},
        {"{" + name + R"(, "target": "ascii-kana", "choices": {"邉": "辺"}})", "holds"},
        {"{" + name + R"(, "target": "jisx0208", "choices": {"渡邉": "辺"}})", "one character"},
        {"{" + name + R"(, "records": {"form": "csv"}})", "lines or fixed"},
        {"{" + name + R"(, "records": {"form": "lines", "delimiter": "x"}})", "comma"},
        {"{" + name + R"(, "records": {"form": "fixed"}})", "bytes"},
        {"{" + name + R"(, "records": {"form": "fixed", "bytes": 0}})", "whole number"},
        {"{" + name + R"(, "records": {"form": "fixed", "bytes": 9, "fields": [4, 4]}})", "add up"},
        {"{" + name + R"(, "records": {"form": "fixed", "bytes": 9, "delimiter": ","}})", "fields"},
        {"{" + name + R"(, "records": {"form": "fixed", "bytes": 9, "fields": [4, 5],
                                       "delimiter": ";"}})",
         "comma"},
    };
    for (const Wrong& c : cases) {
        const auto outcome = read(c.json);
        ASSERT_FALSE(outcome.ok()) << c.json;
        const Diagnostic& finding = outcome.findings()[0];
        EXPECT_EQ(finding.code, "link.malformed") << c.json;
        EXPECT_THAT(finding.message.en, HasSubstr(c.says)) << c.json;
        EXPECT_GE(finding.origin.source->line, 1U) << c.json;
    }
}

TEST_F(LinkFolder, NamesThePlaceInTheMappingFile) {
    write("host.tsv", std::string(host_table) + "B0A1\tU+4E9D\n");
    const auto outcome = read(R"({"name": "a", "charset": {"hostCode": "host.tsv"},
        "gaiji": [{"codes": "80A1", "codePoints": "U+E100"}]})");
    ASSERT_FALSE(outcome.ok());
    ASSERT_EQ(outcome.findings().size(), 1U);
    EXPECT_EQ(outcome.findings()[0].code, "host-code.clash");
    EXPECT_EQ(outcome.findings()[0].origin.source->line, 10U);
    EXPECT_THAT(outcome.findings()[0].origin.source->file, HasSubstr("host.tsv"));
}

TEST_F(LinkFolder, NamesTheLineOfAnMjNameBeyondTheList) {
    write("host.tsv", std::string(host_table) + "B0A2\tMJ999999\n");
    const auto outcome = read(R"({"name": "a", "charset": {"hostCode": "host.tsv"}})");
    ASSERT_FALSE(outcome.ok());
    ASSERT_EQ(outcome.findings().size(), 1U);
    EXPECT_EQ(outcome.findings()[0].code, "host-code.malformed");
    EXPECT_EQ(outcome.findings()[0].origin.source->line, 10U);
    EXPECT_THAT(outcome.findings()[0].message.ja, HasSubstr("MJ999999"));
    write("host.tsv", std::string(host_table) + "B0A2\tMJ025760\n");
    EXPECT_TRUE(read(R"({"name": "a", "charset": {"hostCode": "host.tsv"}})").ok());
}

TEST_F(LinkFolder, SaysThatAMappingFileIsMissing) {
    const auto outcome = read(R"({"name": "a", "charset": {"hostCode": "none.tsv"}})");
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.findings()[0].code, "input.unreadable");
}

}  // namespace
}  // namespace madoguchi::api
