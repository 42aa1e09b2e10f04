#include "templates/data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "templates/check.h"

namespace madoguchi::templates {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Template household_form() {
    const Field name{.name = "氏名", .required = true, .max_length = 5};
    const Field birth{.name = "生年月日", .type = FieldType::Date};
    Template form;
    form.fields = {
        name,
        birth,
        {.name = "手数料", .type = FieldType::Number},
        {.name = "同意", .type = FieldType::Boolean},
        {.name = "区分", .type = FieldType::Code, .codes = {"転入", "転出"}},
        {.name = "届出", .type = FieldType::Code, .codes = {"甲", "乙"}, .many = true},
        {.name = "届出人",
         .type = FieldType::Group,
         .fields = {{.name = "電話", .required = true}}},
        {.name = "異動者", .type = FieldType::List, .max_items = 6, .fields = {name, birth}},
        {.name = "a/b~c"},
        {.name = "通数", .type = FieldType::Number, .minimum = "1", .maximum = "99", .decimals = 0},
        {.name = "面積", .type = FieldType::Number, .minimum = "0.01", .decimals = 2},
    };
    return form;
}

/// "code pointer line:column" of every finding, or of every warning.
std::vector<std::string> check(std::string_view source) {
    const Result<Data> data = read_data(household_form(), source, "data.json");
    std::vector<std::string> lines;
    for (const Diagnostic& f : data.ok() ? data->warnings : data.findings()) {
        lines.push_back(f.code + " " + f.origin.data_pointer + " " +
                        std::to_string(f.origin.source->line) + ":" +
                        std::to_string(f.origin.source->column));
    }
    return lines;
}

TEST(CheckData, AcceptsWhatIsDeclared) {
    EXPECT_THAT(
        check(R"({"氏名": "山田太郎", "生年月日": {"日付": "1935", "不詳表記": "昭和10年頃"},
                          "手数料": -12.50, "同意": false, "区分": "転入", "届出": ["甲", "乙"],
                          "届出人": {"電話": "03"}, "異動者": [{"氏名": "花子", "生年月日": "1935-10"}]})"),
        IsEmpty());
}

TEST(CheckData, NullAndEmptyTextsAreAbsent) {
    EXPECT_THAT(check(R"({"氏名": "あ", "生年月日": "", "手数料": null, "区分": "", "届出": [],
                          "届出人": null, "異動者": null})"),
                IsEmpty());
    EXPECT_THAT(check(R"({"氏名": ""})"), ElementsAre("data.required /氏名 1:1"));
    EXPECT_THAT(check(R"({"氏名": null})"), ElementsAre("data.required /氏名 1:1"));
}

struct Case {
    std::string_view members;
    std::string_view finding;
};

void expect_found(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        EXPECT_THAT(check("{\"氏名\": \"あ\",\n " + std::string(c.members) + "}"),
                    ElementsAre(std::string(c.finding)));
    }
}

TEST(BadValues, All) {
    expect_found(
        {{R"("手数料": "12")", "data.wrong-type /手数料 2:9"},
         {R"("手数料": 1e3)", "data.bad-number /手数料 2:9"},
         {R"("同意": "はい")", "data.wrong-type /同意 2:8"},
         {R"("区分": "転居")", "data.unknown-code /区分 2:8"},
         {R"("区分": ["転入"])", "data.wrong-type /区分 2:8"},
         {R"("届出": "甲")", "data.wrong-type /届出 2:8"},
         {R"("届出": ["甲", "丙"])", "data.unknown-code /届出/1 2:14"},
         {R"("生年月日": "2025-02-29")", "data.bad-date /生年月日 2:10"},
         {R"("生年月日": 2025)", "data.wrong-type /生年月日 2:10"},
         {R"("生年月日": {"日付": "2025-13", "不詳表記": "x"})",
          "data.bad-date /生年月日/日付 2:17"},
         {R"("生年月日": {"日付": "2025"})", "data.no-wording /生年月日 2:10"},
         {R"("生年月日": {"日付": "2025", "不詳表記": "1990-01-01"})",
          "data.wording-is-date /生年月日/不詳表記 2:33"},
         {R"("生年月日": {"不詳表記": "1935-10"})", "data.wording-is-date /生年月日/不詳表記 2:19"},
         {R"("生年月日": {"日付": "2025", "不詳表記": "a\u0007"})",
          "data.control-character /生年月日/不詳表記 2:33"},
         {R"("届出人": "山田")", "data.wrong-type /届出人 2:9"},
         {R"("届出人": {})", "data.required /届出人/電話 2:9"},
         {R"("異動者": {})", "data.wrong-type /異動者 2:9"},
         {R"("異動者": ["山田"])", "data.wrong-type /異動者/0 2:10"},
         {R"("異動者": [{"氏名": "い"}, {"生年月日": "1935"}])",
          "data.required /異動者/1/氏名 2:23"},
         {R"("a/b~c": 1)", "data.wrong-type /a~1b~0c 2:11"},
         {R"("届出人": {"電話": "0\u0000"})", "data.control-character /届出人/電話 2:16"},
         {R"("届出人": {"電話": "\u007f"})", "data.control-character /届出人/電話 2:16"},
         {R"("届出人": {"電話": "\u0085"})", "data.control-character /届出人/電話 2:16"},
         {R"("届出人": {"電話": "\r\n"})", "data.control-character /届出人/電話 2:16"},
         {R"("届出人": {"電話": "\ufffe"})", "data.noncharacter /届出人/電話 2:16"},
         {R"("届出人": {"電話": "\uffff"})", "data.noncharacter /届出人/電話 2:16"},
         {R"("届出人": {"電話": "\ufdd0"})", "data.noncharacter /届出人/電話 2:16"},
         {R"("届出人": {"電話": "\ud83f\udffe"})", "data.noncharacter /届出人/電話 2:16"}});
}

TEST(BadValues, InvisibleCharacters) {
    for (const std::string_view character :
         {"\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u180e",    "\u200b",
          "\u200d", "\u200f", "\u2028", "\u2029", "\u202e", "\u2060",    "\u2069",
          "\u2800", "\u3164", "\ufeff", "\uffa0", "\ufff9", "\U000e0020"}) {
        EXPECT_THAT(check("{\"氏名\": \"あ" + std::string(character) + "い\"}"),
                    ElementsAre("data.invisible-character /氏名 1:8"))
            << character;
    }
}

TEST(BadValues, InvisibleCharactersAreNamed) {
    const Result<Data> data = read_data(household_form(), "{\"氏名\": \"山\u00ad\"}", "d");
    ASSERT_FALSE(data.ok());
    const Diagnostic& finding = data.findings()[0];
    EXPECT_EQ(finding.message.ja, "「氏名」に目に見えない文字 U+00AD SOFT HYPHEN があります。");
    EXPECT_EQ(finding.origin.character->index, 1u);
}

TEST(BadValues, MoreMarksThanAnyScriptWrites) {
    std::string marked = "山a";
    for (int i = 0; i < 30; ++i)
        marked += "\u0301";
    EXPECT_THAT(check("{\"氏名\": \"" + marked + "\"}"), IsEmpty());
    const Result<Data> data =
        read_data(household_form(), "{\"氏名\": \"" + marked + "\u0302\"}", "d");
    ASSERT_FALSE(data.ok());
    EXPECT_EQ(data.findings()[0].code, "data.too-many-marks");
    EXPECT_EQ(data.findings()[0].origin.character->index, 1u);
    EXPECT_EQ(data.findings()[0].message.ja,
              "「氏名」に記号が30個を超えて付いた文字 U+0061 LATIN SMALL LETTER A があります。");
}

TEST(CheckData, SpacesAndSelectorsAreText) {
    for (const std::string_view text :
         {" ", "\u3000", "\u00a0", "\u2003", "辻\U000e0102", "0\ufe00", "\u3013"})
        EXPECT_THAT(check("{\"氏名\": \"あ" + std::string(text) + "い\"}"), IsEmpty()) << text;
}

TEST(BadValues, NumbersOutOfTheirRange) {
    expect_found({{R"("通数": 0)", "data.out-of-range /通数 2:8"},
                  {R"("通数": -1)", "data.out-of-range /通数 2:8"},
                  {R"("通数": -0)", "data.out-of-range /通数 2:8"},
                  {R"("通数": 100)", "data.out-of-range /通数 2:8"},
                  {R"("通数": 1.0)", "data.too-many-decimals /通数 2:8"},
                  {R"("通数": "1")", "data.wrong-type /通数 2:8"},
                  {R"("通数": "１")", "data.wrong-type /通数 2:8"},
                  {R"("面積": 0.001)", "data.too-many-decimals /面積 2:8"},
                  {R"("面積": 0)", "data.out-of-range /面積 2:8"}});
    EXPECT_THAT(check(R"({"氏名": "あ", "通数": 1, "面積": 12345678901234567890.25})"), IsEmpty());
    EXPECT_THAT(check(R"({"氏名": "あ", "通数": 99})"), IsEmpty());
}

TEST(BadValues, ANumberInATextIsToldHowNumbersAreWritten) {
    const Result<Data> data = read_data(household_form(), R"({"氏名": "あ", "通数": "１"})", "d");
    ASSERT_FALSE(data.ok());
    ASSERT_EQ(data.findings()[0].hints.size(), 1u);
    EXPECT_THAT(data.findings()[0].hints[0].ja, HasSubstr("半角の数字"));
    const Result<Data> few = read_data(household_form(), R"({"氏名": "あ", "通数": 0})", "d");
    EXPECT_EQ(few.findings()[0].message.ja, "「通数」は1以上99以下の数です。");
}

TEST(CheckData, LineFeedIsText) {
    EXPECT_THAT(check(R"({"氏名": "あ\nい"})"), IsEmpty());
}

TEST(CheckData, EveryFindingComesBackInSourceOrder) {
    EXPECT_THAT(check("{\"手数料\": true,\n\"異動者\": [{\"氏名\": 1}],\n\"同意\": 0}"),
                ElementsAre("data.required /氏名 1:1", "data.wrong-type /手数料 1:9",
                            "data.wrong-type /異動者/0/氏名 2:16", "data.wrong-type /同意 3:7"));
}

TEST(CheckData, UnknownMembersWarnAndAreNotQuoted) {
    const Result<Data> data =
        read_data(household_form(), R"({"氏名": "あ", "生年月目": "山田"})", "data.json");
    ASSERT_TRUE(data.ok());
    ASSERT_EQ(data->warnings.size(), 1u);
    const Diagnostic& warning = data->warnings[0];
    EXPECT_EQ(warning.severity, Severity::Warning);
    EXPECT_EQ(warning.code, "data.unknown-member");
    EXPECT_THAT(to_line(warning), Not(HasSubstr("生年月目")));
    ASSERT_EQ(warning.hints.size(), 1u);
    EXPECT_THAT(warning.hints[0].ja, HasSubstr("「生年月日」"));
}

struct Length {
    std::string_view text;
    bool fits;
};

void expect_counted(const std::vector<Length>& cases) {
    for (const Length& c : cases) {
        const auto& [text, fits] = c;
        const std::vector<std::string> found = check("{\"氏名\": \"" + std::string(text) + "\"}");
        EXPECT_EQ(found.empty(), fits) << text;
    }
}

TEST(Lengths, UpToFive) {
    expect_counted({{"あいうえお", true},
                    {"あいうえおか", false},
                    {"か\u309aき\u309aく\u309aけ\u309aこ\u309a", true},
                    {"か\u309aき\u309aく\u309aけ\u309aこ\u309aか", false},
                    {"辻\U000e0102邉\U000e010f𠮷\U000e0100葛\U000e0101辻", true},
                    {"辻\U000e0102邉\U000e010f𠮷\U000e0100葛\U000e0101辻あ", false},
                    {"&MJ003719;あいうえ", true},
                    {"&MJ003719;あいうえお", false},
                    {"👍🏽あいうえ", true}});
}

TEST(CheckData, NamesOfThreeHundredCharactersAreCountedNotQuoted) {
    std::string name;
    for (int i = 0; i < 300; ++i)
        name += "邉\U000e010f";
    const Result<Data> data = read_data(household_form(), "{\"氏名\": \"" + name + "\"}", "d");
    ASSERT_FALSE(data.ok());
    ASSERT_EQ(data.findings().size(), 1u);
    EXPECT_EQ(data.findings()[0].code, "data.too-long");
    EXPECT_THAT(data.findings()[0].message.ja, HasSubstr("300文字"));
    EXPECT_THAT(to_line(data.findings()[0]), Not(HasSubstr("邉")));
}

TEST(CheckData, AThousandMembersAreTooMany) {
    std::string source = R"({"氏名": "あ", "異動者": [{"氏名": "い"})";
    for (int i = 1; i < 1000; ++i)
        source += R"(, {"氏名": "い"})";
    EXPECT_THAT(check(source + "]}"), ElementsAre("data.too-many-items /異動者 1:20"));
}

TEST(CheckData, FindingsEndAfterAHundred) {
    std::string source = R"({"氏名": "あ", "異動者": [1)";
    for (int i = 1; i < 1000; ++i)
        source += ", 1";
    const Result<Data> data = read_data(household_form(), source + "]}", "d");
    ASSERT_FALSE(data.ok());
    EXPECT_EQ(data.findings().size(), finding_limit + 1);
    EXPECT_EQ(data.findings().back().code, "data.too-many-findings");
}

TEST(CheckData, WarningsNeverStopAForm) {
    std::string source = R"({"氏名": "あ", "x0": 1)";
    for (int i = 1; i < 1000; ++i)
        source += ", \"x" + std::to_string(i) + "\": 1";
    const Result<Data> data = read_data(household_form(), source + "}", "d");
    ASSERT_TRUE(data.ok());
    EXPECT_EQ(data->warnings.size(), finding_limit + 1);
}

TEST(CheckData, ControlCharactersAreNamedWithTheirIndex) {
    const Result<Data> data =
        read_data(household_form(), R"({"氏名": "辻󠄂か゚\u001b"})", "d");
    ASSERT_FALSE(data.ok());
    const auto& character = data.findings()[0].origin.character;
    ASSERT_TRUE(character.has_value());
    EXPECT_EQ(character->code_points, "U+001B");
    EXPECT_EQ(character->index, 2u);
}

TEST(CheckData, DataMustBeAnObject) {
    EXPECT_THAT(check("[]"), ElementsAre("data.wrong-type  1:1"));
}

TEST(CheckData, WithoutASourceThereIsNoPlace) {
    const Result<Data> data = check_data(household_form(), {json::Object()}, "", "d");
    ASSERT_FALSE(data.ok());
    EXPECT_FALSE(data.findings()[0].origin.source.has_value());
}

}  // namespace
}  // namespace madoguchi::templates
