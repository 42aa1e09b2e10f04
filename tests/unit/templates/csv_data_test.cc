#include "templates/csv_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "templates/csv/scan.h"

namespace madoguchi::templates {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const Template& form() {
    static const Template declared = [] {
        Template form;
        form.fields = {
            {.name = "氏名", .required = true},
            {.name = "カナ"},
            {.name = "手数料", .type = FieldType::Number},
            {.name = "同意", .type = FieldType::Boolean},
            {.name = "生年月日", .type = FieldType::Date},
            {.name = "届出", .type = FieldType::Code, .codes = {"甲", "乙"}, .many = true},
            {.name = "届出人", .type = FieldType::Group, .fields = {{.name = "電話"}}},
            {.name = "異動者",
             .type = FieldType::List,
             .fields = {{.name = "氏名", .required = true}, {.name = "備考"}}},
        };
        return form;
    }();
    return declared;
}

std::string describe(const Diagnostic& finding) {
    const auto& place = finding.origin.source;
    if (!place) return finding.code;
    return finding.code + " " + std::to_string(place->line) + ":" + std::to_string(place->column) +
           "+" + std::to_string(place->offset);
}

/// Each record as JSON or its findings as "code line:column+byte".
std::vector<std::string> read(std::string_view source, CsvEncoding encoding = CsvEncoding::Detect) {
    std::vector<std::string> out;
    Result<CsvData> data = CsvData::open(form(), source, "people.csv", encoding);
    if (!data.ok()) {
        for (const Diagnostic& finding : data.findings())
            out.push_back(describe(finding));
        return out;
    }
    while (const std::optional<CsvRecord> record = data->next()) {
        if (record->data.ok()) {
            out.push_back(json::write(record->data->root, json::Layout::Compact));
            continue;
        }
        std::string line;
        for (const Diagnostic& finding : record->data.findings())
            line += (line.empty() ? "" : ", ") + describe(finding);
        out.push_back(line);
    }
    return out;
}

TEST(CsvData, CellsTakeTheTypesOfTheirFields) {
    EXPECT_THAT(read("氏名,手数料,同意,届出,届出人.電話,生年月日\n"
                     "山田,350,1,甲;乙,03-1234-5678,1935-10\n"
                     "鈴木,,false,,,\n"),
                ElementsAre(R"({"氏名":"山田","手数料":350,"同意":true,"届出":["甲","乙"],)"
                            R"("届出人":{"電話":"03-1234-5678"},"生年月日":"1935-10"})",
                            R"({"氏名":"鈴木","同意":false})"));
}

TEST(CsvData, ListsAndDatesComeInParts) {
    EXPECT_THAT(read("氏名,異動者[1].氏名,異動者.2.氏名,異動者[2].備考,生年月日.日付,"
                     "生年月日.不詳表記\nあ,い,う,え,1935,昭和10年頃\nあ,い,,,,\n"),
                ElementsAre(R"({"氏名":"あ","異動者":[{"氏名":"い"},{"氏名":"う","備考":"え"}],)"
                            R"("生年月日":{"日付":"1935","不詳表記":"昭和10年頃"}})",
                            R"({"氏名":"あ","異動者":[{"氏名":"い"}]})"));
}

TEST(CsvData, QuotesFollowRfc4180) {
    EXPECT_THAT(read("\"氏名\",カナ\r\n\"山田, \"\"太郎\"\"\",\"a\nb\"\r\n\r\n\"\",\r\n鈴木,x"),
                ElementsAre(R"({"氏名":"山田, \"太郎\"","カナ":"a\nb"})", "data.required 5:1+47",
                            R"({"氏名":"鈴木","カナ":"x"})"));
}

TEST(CsvData, ALineEndInsideQuotesIsALineFeed) {
    EXPECT_THAT(
        read("氏名,カナ\r\n山田,\"a\r\nb\nc\"\r\n鈴木,\"a\rb\"\r\n"),
        ElementsAre(R"({"氏名":"山田","カナ":"a\nb\nc"})", "data.control-character 5:5+40"));
}

struct Case {
    std::string_view lines;
    std::string_view finding;
};

void expect_one_finding_each(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        // The header takes 14 bytes.
        const std::string source = "氏名,カナ\n" + std::string(c.lines) + "\n\"次\",b\n";
        EXPECT_THAT(read(source),
                    ElementsAre(std::string(c.finding), R"({"氏名":"次","カナ":"b"})"));
    }
}

TEST(BadLines, All) {
    expect_one_finding_each({{"山田", "csv.column-count 2:3+20"},
                             {"山田,a,b", "csv.column-count 2:6+23"},
                             {"山\"田,a", "csv.quote 2:2+17"},
                             {"\"山田\"x,a", "csv.quote 2:5+22"},
                             {"山田,\"a", "csv.open-quote 2:4+21"},
                             {"\"山田", "csv.open-quote 2:1+14"},
                             {"山田\xe7", "csv.encoding 2:3+20"},
                             {"山\xe7\x94,a", "csv.encoding 2:2+17"},
                             {"山田,\xff", "csv.encoding 2:4+21"},
                             {"山田,a\tb", "data.control-character 2:4+21"},
                             {"山田,a\u00adb", "data.invisible-character 2:4+21"},
                             {",a", "data.required 2:1+14"}});
}

TEST(CsvData, AnOpenQuoteCostsOnlyItsLine) {
    EXPECT_THAT(read("氏名,カナ\n山田,\"a\n鈴木,b\n佐藤,c\n"),
                ElementsAre("csv.open-quote 2:4+21", R"({"氏名":"鈴木","カナ":"b"})",
                            R"({"氏名":"佐藤","カナ":"c"})"));
    // A later record's quotes close it by accident: the count of cells tells.
    EXPECT_THAT(read("氏名,カナ\n\"山田\n鈴木,\"\"\n佐藤,\"c\"\n"),
                ElementsAre("csv.open-quote 2:1+14", R"({"氏名":"鈴木"})",
                            R"({"氏名":"佐藤","カナ":"c"})"));
    EXPECT_THAT(read("氏名,カナ\n\"山田\n鈴木\",b,c\n佐藤,\"c\"\n"),
                ElementsAre("csv.column-count 2:1+14", "csv.quote 3:3+28",
                            R"({"氏名":"佐藤","カナ":"c"})"));
    EXPECT_THAT(
        read("氏名,カナ\n\"山田\n鈴木\",b\"c\n佐藤,d\n"),
        ElementsAre("csv.open-quote 2:1+14", "csv.quote 3:3+28", R"({"氏名":"佐藤","カナ":"d"})"));
}

TEST(CsvData, AWrongHeaderIsFoundBeforeAnyRecord) {
    EXPECT_THAT(read("氏名,カタ\na,b\n"), ElementsAre("csv.unknown-column 1:4+7"));
    EXPECT_THAT(read("カナ\n"), ElementsAre("csv.missing-column 1:1+0"));
    EXPECT_THAT(read("氏名,異動者.氏名\n"), ElementsAre("csv.unknown-column 1:4+7"));
    EXPECT_THAT(read("氏名,異動者[0].氏名\n"), ElementsAre("csv.unknown-column 1:4+7"));
    EXPECT_THAT(read("氏名,異動者[99999999999].氏名\n"), ElementsAre("csv.unknown-column 1:4+7"));
    EXPECT_THAT(read("氏名,届出人\n"), ElementsAre("csv.unknown-column 1:4+7"));
    EXPECT_THAT(read(""), ElementsAre("csv.empty 1:1+0"));
    EXPECT_THAT(read("氏名,カナ\r山田,ヤマダ\r"), ElementsAre("csv.line-end 1:6+13"));
    const Result<CsvData> data = CsvData::open(form(), "氏明\n", "people.csv");
    EXPECT_THAT(data.findings()[0].hints[0].ja, HasSubstr("「氏名」"));
}

TEST(CsvHeader, NoTwoColumnsHoldTheSameValue) {
    const std::vector<std::string_view> headers = {
        "氏名,カナ,カナ",
        "氏名,異動者[01].氏名,異動者[1].氏名",
        "氏名,異動者.1.氏名,異動者[1].氏名",
        "氏名,生年月日,生年月日.不詳表記",
        "氏名,生年月日.不詳表記,生年月日",
        "氏名,生年月日.日付,生年月日",
    };
    for (const std::string_view header : headers) {
        const auto findings = read(std::string(header) + "\n山田,a,b\n");
        ASSERT_EQ(findings.size(), 1u) << header;
        EXPECT_THAT(findings[0], testing::StartsWith("csv.duplicate-column 1:")) << header;
    }
    const Result<CsvData> data = CsvData::open(form(), headers[2], "people.csv");
    EXPECT_EQ(data.findings()[0].message.ja,
              "3列目 (C)「異動者[1].氏名」は2列目 (B)「異動者[1].氏名」と同じ項目です。");
}

/// Everything that people read of a header's findings.
std::string all_words(std::string_view source, CsvEncoding encoding = CsvEncoding::Detect) {
    const Result<CsvData> data = CsvData::open(form(), source, "people.csv", encoding);
    std::string words;
    for (const Diagnostic& finding : data.findings())
        words += to_line(finding) + "\n";
    return words;
}

TEST(CsvHeader, ItsFindingsQuoteNobody) {
    const std::string no_header = all_words("山田太郎,1980-01-01\n佐藤花子,1990-01-01\n");
    EXPECT_THAT(no_header, testing::StartsWith("error csv.no-header people.csv:1:1: "));
    EXPECT_EQ(std::count(no_header.begin(), no_header.end(), '\n'), 2) << "one finding, one hint";
    EXPECT_THAT(no_header, Not(HasSubstr("山田")));
    EXPECT_THAT(no_header, Not(HasSubstr("1980")));

    std::string cells = "氏名";
    for (int i = 0; i < 27; ++i)
        cells += ",山田太郎";
    const std::string unknown = all_words(cells + "\n");
    EXPECT_THAT(unknown, HasSubstr("2列目 (B)の見出し"));
    EXPECT_THAT(unknown, HasSubstr("column 28 (AB)"));
    EXPECT_THAT(unknown, Not(HasSubstr("山田")));
    EXPECT_THAT(all_words("氏名,カナ\r山田太郎,a\r"), Not(HasSubstr("山田")));
    EXPECT_THAT(all_words("氏名,a\n", CsvEncoding::Cp932), HasSubstr("csv.no-header"));
    EXPECT_THAT(all_words("山田太郎,a\n", CsvEncoding::Cp932), HasSubstr("--encoding"));
}

// 「氏名,カナ」 and 「髙橋①～,ｶﾞ」 in CP932.
constexpr std::string_view cp932_header = "\x8e\x81\x96\xbc,\x83\x4a\x83\x69\r\n";
constexpr std::string_view cp932_record = "\xfb\xfc\x8b\xb4\x87\x40\x81\x60,\xb6\xde\r\n";

TEST(CsvEncodings, Cp932IsReadWithItsExtensions) {
    const std::string source = std::string(cp932_header) + std::string(cp932_record);
    const auto expected = ElementsAre(R"({"氏名":"髙橋①～","カナ":"ｶﾞ"})");
    EXPECT_THAT(read(source), expected);
    EXPECT_THAT(read(source, CsvEncoding::Cp932), expected);
    EXPECT_THAT(read(source, CsvEncoding::Utf8), ElementsAre("csv.encoding 1:1+0"));
}

TEST(CsvEncodings, OwnCharactersKeepTheirCode) {
    EXPECT_THAT(read(std::string(cp932_header) + "\xf0\x40,\\\n"),
                ElementsAre("{\"氏名\":\"\uE000\",\"カナ\":\"\\\\\"}"));
}

TEST(CsvEncodings, ATruncatedCharacterSpoilsItsRecordOnly) {
    const std::string source = std::string(cp932_header) + "\x8e\x81,\x83\x4a\x83\r\n" +
                               std::string(cp932_record) + "\x8e\x81,\x83";
    EXPECT_THAT(read(source),
                ElementsAre("csv.encoding 2:4+16", R"({"氏名":"髙橋①～","カナ":"ｶﾞ"})",
                            "csv.encoding 4:3+35"));
}

TEST(CsvEncodings, AByteOrderMarkSaysUtf8) {
    EXPECT_THAT(read("\xef\xbb\xbf氏名\n山田\n"), ElementsAre(R"({"氏名":"山田"})"));
    EXPECT_THAT(read("\xef\xbb\xbf氏名\n山田\n", CsvEncoding::Utf8),
                ElementsAre(R"({"氏名":"山田"})"));
}

TEST(CsvEncodings, BytesDecideWhereTheHeaderIsAscii) {
    Template ascii;
    ascii.fields = {{.name = "name"}};
    const auto detect = [&](std::string_view cell) {
        const std::string source = "name\n" + std::string(cell) + "\n";
        const Result<CsvData> data = CsvData::open(ascii, source, "people.csv");
        return data.ok() ? std::string(data->encoding() == CsvEncoding::Utf8 ? "UTF-8" : "CP932")
                         : data.findings()[0].code;
    };
    EXPECT_EQ(detect("Yamada"), "UTF-8");
    EXPECT_EQ(detect("山田"), "UTF-8");
    EXPECT_EQ(detect("\x8e\x52\x93\x63"), "CP932");
    EXPECT_EQ(detect("\x8e\x52\x93\x63\n\x8e"), "CP932");
    // ﾃｽ in CP932, ý in UTF-8: nothing tells.
    EXPECT_EQ(detect("\xc3\xbd"), "csv.ambiguous-encoding");
    const Result<CsvData> data = CsvData::open(ascii, "name\n\xc3\xbd\n", "people.csv");
    EXPECT_THAT(to_line(data.findings()[0]), HasSubstr("--encoding cp932"));
}

TEST(CsvScan, ALongOpenQuoteEndsItsRecord) {
    std::string source = "\"" + std::string(csv::longest_record, 'x') + "\n\"a\"\n";
    csv::Scanner scanner(source, 0);
    csv::Record record;
    ASSERT_TRUE(scanner.next(record));
    EXPECT_EQ(record.problem, csv::Record::Problem::OpenQuote);
    ASSERT_TRUE(scanner.next(record));
    EXPECT_EQ(record.cells[0].bytes, "a");
    EXPECT_EQ(record.line, 2u);
    EXPECT_FALSE(scanner.next(record));
}

TEST(CsvData, AThousandRecordsAndOneTruncatedLine) {
    std::string source = "氏名,カナ\n";
    for (int i = 1; i <= 1000; ++i)
        source += i == 500 ? "山\n" : "山田" + std::to_string(i) + ",ヤマダ\n";
    Result<CsvData> data = CsvData::open(form(), source, "people.csv");
    std::size_t good = 0, bad = 0;
    while (const std::optional<CsvRecord> record = data->next()) {
        ++(record->data.ok() ? good : bad);
        EXPECT_EQ(record->data.ok(), record->place.line != 501u);
    }
    EXPECT_EQ(good, 999u);
    EXPECT_EQ(bad, 1u);
}

}  // namespace
}  // namespace madoguchi::templates
