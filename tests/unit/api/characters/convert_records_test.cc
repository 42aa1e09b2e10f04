// Records of fixed length: each field keeps its place, or there is a finding.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/characters/convert.h"
#include "tests/unit/api/characters/characters_fixture.h"

namespace madoguchi::api {
namespace {

using fonts::CharsetName;
using testing::HasSubstr;

constexpr std::string_view fixed_json = R"({"name": "a", "charset": {"hostCode": "host.tsv"},
    "records": {"form": "fixed", "bytes": 12, "fields": [4, 8]}})";
constexpr std::string_view host_table =
    "name\t見本\nsource\t試験\nlicence\t窓口と同じ\nsingle-base\tebcdic-kana\n"
    "to-double\t28\nto-single\t29\nspace\t4040\nB0A1\tU+4E9C\n";

TEST_F(LinkFolder, OnlyEbcdicEndsLinesWithNextLine) {
    ConversionSettings settings{.input_name = "in"};
    settings.rules.to = fonts::FileCode(CharsetName::Utf16Be);
    const Converted kept = converted(settings, "a\u0085b\n");
    EXPECT_EQ(kept.report.records, 1U);
    EXPECT_EQ(kept.bytes, std::string("\0a\0\x85\0b\0\n", 8));
    write("host.tsv", host_table);
    const Converted lines = converted(
        from_link(R"({"name": "a", "charset": {"hostCode": "host.tsv"}})"), "\xc1\x15\xc1\x15");
    EXPECT_EQ(lines.report.records, 2U);
    // To a link of fixed length it is a character like others, which the code must hold.
    EXPECT_EQ(converted(to_link(R"({"name": "a", "charset": "cp932",
        "records": {"form": "fixed", "bytes": 4}})"),
                        "a\u0085b")
                  .codes(),
              "charset.not-in-code");
}

TEST_F(LinkFolder, CutsRecordsOfFixedLength) {
    write("host.tsv", host_table);
    // Two records: "A" and blanks, 亜 shifted; the second ends within the shifted state.
    const std::string good = "\xc1\x40\x40\x40\x28\xb0\xa1\x29\x40\x40\x40\x40";
    const Converted in = converted(from_link(fixed_json), good + good);
    EXPECT_TRUE(in.report.whole());
    EXPECT_EQ(in.bytes, "A   \t亜    \nA   \t亜    \n");
    EXPECT_EQ(in.report.records, 2U);
    const std::string open = "\xc1\x40\x40\x40\x40\x40\x40\x40\x40\x28\xb0\xa1";
    const Converted broken = converted(from_link(fixed_json), good + open + good + "\xc1");
    ASSERT_EQ(broken.codes(), "charset.open-shift charset.truncated");
    EXPECT_EQ(broken.report.findings[0].origin.source->line, 2U);
    EXPECT_EQ(broken.report.findings[0].origin.source->offset, 24U);
    EXPECT_EQ(broken.report.findings[0].origin.data_pointer, "/records/1/fields/1");
    EXPECT_EQ(broken.report.findings[1].origin.source->line, 4U);
    const Converted foreign =
        converted(from_link(fixed_json), good.substr(0, 5) + "\x7f\x7f" + good.substr(7) + good);
    ASSERT_EQ(foreign.codes(), "charset.unmapped");
    EXPECT_EQ(foreign.report.findings[0].origin.data_pointer, "/records/0/fields/1");
}

constexpr std::string_view one_field_json =
    R"({"name": "a", "charset": {"hostCode": "host.tsv"},
        "records": {"form": "fixed", "bytes": 12}})";

TEST_F(LinkFolder, FillsRecordsOfFixedLengthAndShortensNone) {
    write("host.tsv", host_table);
    const Converted out = converted(to_link(one_field_json), "A亜\r\n\nA");
    EXPECT_EQ(out.bytes, "\xc1\x28\xb0\xa1\x29" + std::string(7, '\x40') + std::string(12, '\x40') +
                             "\xc1" + std::string(11, '\x40'));
    const Converted full = converted(to_link(one_field_json), "AAAAAAAAAAAA\n亜亜亜亜亜");
    EXPECT_TRUE(full.report.whole());
    const Converted over = converted(to_link(one_field_json), "A\n亜亜亜亜亜亜\nA");
    ASSERT_EQ(over.codes(), "record.too-long");
    EXPECT_EQ(over.report.findings[0].origin.source->line, 2U);
    const Converted huge = converted(to_link(one_field_json), std::string(100'000, 'A'));
    EXPECT_FALSE(huge.report.whole());
    // The last line needs no line feed, and its place is its own.
    const Converted last = converted(to_link(one_field_json), "A\n亜亜亜亜亜亜");
    ASSERT_EQ(last.codes(), "record.too-long");
    EXPECT_EQ(last.report.findings[0].origin.source->line, 2U);
    EXPECT_EQ(last.report.findings[0].origin.source->offset, 20U);
    EXPECT_EQ(huge.codes(), "record.too-long");
}

std::string fields_json(const std::string& charset, const std::string& rest) {
    return R"({"name": "a", "charset": )" + charset + R"(, "records": {"form": "fixed", )" + rest +
           "}}";
}

TEST_F(LinkFolder, KeepsTheFieldsOfARecordApart) {
    write("host.tsv", host_table);
    const std::string json =
        fields_json(R"({"hostCode": "host.tsv"})", R"("bytes": 12, "fields": [6, 6])");
    // Each field opens and closes its own shift; in one run the second would move.
    const std::string records =
        "\x28\xb0\xa1\xb0\xa1\x29\x28\xb0\xa1\x29\x40\x40"
        "\x28\xb0\xa1\x40\x40\x29\x40\x40\x40\x40\x40\x40";
    const Converted in = converted(from_link(json), records);
    EXPECT_TRUE(in.report.whole());
    EXPECT_EQ(in.bytes, "亜亜\t亜  \n亜\u3000\t      \n");
    EXPECT_EQ(in.report.records, 2U);
    for (const std::size_t part : {1U, 5U, 65'536U}) {
        const Converted out = converted(to_link(json), in.bytes, part);
        EXPECT_TRUE(out.report.whole());
        EXPECT_EQ(out.bytes, records);
        EXPECT_EQ(converted(from_link(json), records, part).bytes, in.bytes);
    }
}

TEST_F(LinkFolder, FillsEachFieldToItsOwnWidth) {
    // 高い is longer than 髙, and stays within its field.
    const std::string json = R"({"name": "a", "charset": "cp932", "target": "jisx0208",
        "choices": {"髙": "高い"},
        "records": {"form": "fixed", "bytes": 14, "fields": [10, 4], "delimiter": ","}})";
    const Converted out = converted(to_link(json), "髙,12\n,\nあ,3456");
    EXPECT_EQ(out.bytes, fonts::encode("高い      12  ", CharsetName::Cp932).text +
                             std::string(14, ' ') +
                             fonts::encode("あ        3456", CharsetName::Cp932).text);
    EXPECT_EQ(out.codes(), "reduction.replaced");
    EXPECT_EQ(out.report.records, 3U);
    const Converted back = converted(from_link(json), out.bytes);
    EXPECT_EQ(back.bytes, "高い      ,12  \n          ,    \nあ        ,3456\n");
}

TEST_F(LinkFolder, NamesTheFieldThatIsTooLong) {
    const std::string json = fields_json(R"("cp932")", R"("bytes": 6, "fields": [2, 4])");
    const Converted out = converted(to_link(json), "ab\tcdef\nabc\tdefgh\nab\tcdefg");
    EXPECT_EQ(out.bytes, "");
    ASSERT_EQ(out.codes(), "record.too-long record.too-long record.too-long");
    EXPECT_EQ(out.report.findings[0].origin.data_pointer, "/records/1/fields/0");
    EXPECT_EQ(out.report.findings[0].origin.source->offset, 11U);
    EXPECT_THAT(out.report.findings[0].message.ja, HasSubstr("2バイトに収まりません"));
    EXPECT_EQ(out.report.findings[1].origin.data_pointer, "/records/1/fields/1");
    EXPECT_EQ(out.report.findings[2].origin.data_pointer, "/records/2/fields/1");
    EXPECT_EQ(out.report.findings[2].origin.source->offset, 26U);
    EXPECT_EQ(converted(to_link(json), "𠮷\tc\n").codes(), "charset.not-in-code");
    EXPECT_THAT(out.report.findings[2].message.ja, HasSubstr("先頭から26バイトのところ"));
}

TEST_F(LinkFolder, RefusesALineWithOtherFieldsThanTheLinkHas) {
    const std::string json = fields_json(R"("cp932")", R"("bytes": 6, "fields": [2, 4])");
    const Converted out = converted(to_link(json), "ab\tc\nab\n\na\tb\tc\na");
    EXPECT_EQ(out.bytes, "");
    ASSERT_EQ(out.codes(), "record.fields record.fields record.fields record.fields");
    EXPECT_EQ(out.report.findings[0].origin.source->line, 2U);
    EXPECT_THAT(out.report.findings[2].message.ja, HasSubstr("項目が3つ"));
    EXPECT_EQ(out.report.findings[3].origin.source->line, 5U);
    EXPECT_EQ(converted(to_link(json), "").bytes, "");
}

TEST_F(LinkFolder, LetsNoDelimiterOrLineEndPassWithinAField) {
    const std::string json =
        fields_json(R"("cp932")", R"("bytes": 6, "fields": [2, 4], "delimiter": ",")");
    const Converted out = converted(from_link(json), "ab,cdeabcd\refa\nbcda\tb\tcd");
    EXPECT_FALSE(out.report.whole());
    ASSERT_EQ(out.codes(), "record.delimiter record.delimiter record.delimiter");
    EXPECT_EQ(out.report.findings[0].origin.data_pointer, "/records/0/fields/1");
    EXPECT_EQ(out.report.findings[0].origin.source->offset, 2U);
    EXPECT_EQ(out.report.findings[1].origin.source->offset, 10U);
    EXPECT_EQ(out.report.findings[2].origin.source->offset, 14U);
    // One field needs no delimiter, and its line ends would still make two lines of one record.
    const std::string one = fields_json(R"("cp932")", R"("bytes": 6)");
    EXPECT_EQ(converted(from_link(one), "ab,\tef").bytes, "ab,\tef\n");
    EXPECT_EQ(converted(from_link(one), "abcd\r\n").codes(), "record.delimiter");
}

TEST_F(LinkFolder, SeesADelimiterUnderAMark) {
    // A voiced mark of half width begins the second field; people see it on the comma.
    const std::string json =
        fields_json(R"("cp932")", R"("bytes": 6, "fields": [2, 4], "delimiter": ",")");
    const std::string record = "ab\xde  c";
    const Converted in = converted(from_link(json), record);
    EXPECT_EQ(in.bytes, "ab,\uff9e  c\n");
    EXPECT_EQ(converted(to_link(json), in.bytes).bytes, record);
}

TEST_F(LinkFolder, MissesTheFieldsOfARecordThatEndsEarly) {
    const std::string json = fields_json(R"("cp932")", R"("bytes": 6, "fields": [2, 4])");
    const Converted out = converted(from_link(json), "abcdefgh");
    ASSERT_EQ(out.codes(), "charset.truncated");
    EXPECT_EQ(out.report.findings[0].origin.data_pointer, "/records/1/fields/1");
    EXPECT_EQ(out.report.findings[0].origin.source->offset, 8U);
    // 亜 lies across the border of the fields.
    const Converted cut = converted(from_link(json), "a\x88\x9f   ");
    EXPECT_FALSE(cut.report.whole());
    EXPECT_EQ(cut.report.findings[0].code, "charset.truncated");
}

}  // namespace
}  // namespace madoguchi::api
