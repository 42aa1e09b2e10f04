#include "templates/fill/text_program.h"

#include <gtest/gtest.h>

#include "templates/json/value.h"

namespace madoguchi::templates::fill {
namespace {

const std::vector<Field>& fields() {
    static const std::vector<Field> declared = {
        {.name = "氏名"},
        {.name = "備考"},
        {.name = "生年月日", .type = FieldType::Date},
        {.name = "手数料", .type = FieldType::Number},
        {.name = "同意", .type = FieldType::Boolean},
        {.name = "届出", .type = FieldType::Code, .codes = {"甲", "乙"}, .many = true},
        {.name = "届出人",
         .type = FieldType::Group,
         .fields = {{.name = "氏名"}, {.name = "電話"}}},
        {.name = "異動者",
         .type = FieldType::List,
         .fields = {{.name = "氏名"},
                    {.name = "備考"},
                    {.name = "旧姓", .type = FieldType::List, .fields = {{.name = "姓"}}}}},
    };
    return declared;
}

constexpr std::string_view person = R"({
    "氏名": "山田 <太郎> & {{花子}}", "生年月日": {"日付": "1935", "不詳表記": "昭和10年月日不詳"},
    "手数料": 1234567, "同意": true, "届出": ["甲", "乙"], "届出人": {"氏名": "届 出人"},
    "異動者": [{"氏名": "一", "備考": "あ\nい"}, {"氏名": "二", "旧姓": [{"姓": "佐藤"}, {"姓": "鈴木"}]},
             {"備考": ""}]})";

/// "text@pointer", or the codes of the findings in angle brackets.
std::string print(std::string_view source, Engine engine, std::string_view data = person) {
    const auto codes = [](const Diagnostics& findings) {
        std::string out = "<";
        for (const Diagnostic& finding : findings)
            out += (out.size() > 1 ? " " : "") + finding.code;
        return out + ">";
    };
    const Result<TextProgram> program =
        TextProgram::compile(source, {{.fields = &fields()}}, engine);
    if (!program.ok()) return codes(program.findings());
    const Result<json::Value> root = json::read(data, "d");
    Surroundings surroundings{.frames = {{.value = &*root}}, .page_number = 2, .page_total = 3};
    const Result<Printed> printed = program->render(surroundings);
    if (!printed.ok()) return codes(printed.findings());
    return printed->text + (printed->data_pointer.empty() ? "" : "@" + printed->data_pointer);
}

struct Case {
    std::string_view source;
    std::string_view printed;
};

void expect_same_both_ways(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        EXPECT_EQ(print(c.source, Engine::Fastest), c.printed);
        EXPECT_EQ(print(c.source, Engine::Mustache), c.printed);
    }
}

TEST(TextProgram, PlainTags) {
    expect_same_both_ways({{"", ""},
                           {"住所", "住所"},
                           {"{{氏名}}", "山田 <太郎> & {{花子}}@/氏名"},
                           {"{{{氏名}}}", "山田 <太郎> & {{花子}}@/氏名"},
                           {"{{&氏名}}", "山田 <太郎> & {{花子}}@/氏名"},
                           {"{{ 手数料 }}", "1234567@/手数料"},
                           {"{{　手数料　}}", "1234567@/手数料"},
                           {"氏名 {{届出人.氏名}} 様", "氏名 届 出人 様@/届出人/氏名"},
                           {"{{備考}}", ""},
                           {"{{備考}}{{手数料}}", "1234567@/手数料"},
                           {"[{{備考}}]\n", "[]\n"},
                           {"  {{備考}}  \r\n\n次", "    \r\n\n次"},
                           {" \t\n", " \t\n"},
                           {"a{{! 注釈 }}b{{!}}c", "abc"},
                           {"  {{! 注釈 }}\nb", "  \nb"},
                           {"{{手数料}}}", "1234567}@/手数料"},
                           {"}} { } {", "}} { } {"},
                           {"{{頁.番号}}/{{頁.総数}}", "2/3"},
                           {"{{頁.番号|漢数字}}頁", "二頁"},
                           {"{{生年月日}}", "昭和10年月日不詳@/生年月日"},
                           {"{{生年月日|和暦}}", "昭和10年月日不詳@/生年月日"},
                           {"{{生年月日|元号}}{{生年月日|年|漢数字}}年", "昭和十年@/生年月日"},
                           {"{{手数料 | 金額 | 全角}}", "１，２３４，５６７@/手数料"},
                           {"{{届出人.電話|電話番号}}", ""}});
}

TEST(TextProgram, Sections) {
    expect_same_both_ways(
        {{"{{#異動者}}{{氏名}}、{{/異動者}}", "一、二、、@/異動者/0/氏名"},
         {"{{#異動者}}{{行.番号}}.{{氏名}} {{/異動者}}", "1.一 2.二 3. @/異動者/0/氏名"},
         {"{{#異動者}}{{備考}}{{/異動者}}", "あ\nい@/異動者/0/備考"},
         {"{{#異動者}}{{#旧姓}}{{姓}}({{氏名}}{{手数料}}) {{/旧姓}}{{/異動者}}",
          "佐藤(二1234567) 鈴木(二1234567) @/異動者/1/旧姓/0/姓"},
         {"{{#異動者}}{{^旧姓}}{{氏名}}:なし {{/旧姓}}{{/異動者}}",
          "一:なし :なし @/異動者/0/氏名"},
         {"{{#同意}}同意する{{/同意}}{{^同意}}同意しない{{/同意}}", "同意する"},
         {"{{#備考}}備考: {{.}}{{/備考}}{{^備考}}備考なし{{/備考}}", "備考なし"},
         {"{{#手数料}}{{.|円}}{{/手数料}}", "1,234,567円@/手数料"},
         {"{{#生年月日}}生 {{.|和暦}}{{/生年月日}}", "生 昭和10年月日不詳@/生年月日"},
         {"{{#届出}}{{行.番号}}{{.}} {{/届出}}", "1甲 2乙 @/届出/0"},
         {"{{#届出人}}{{氏名}}{{電話}}{{手数料}}{{/届出人}}", "届 出人1234567@/届出人/氏名"},
         {"{{#届出人.電話}}TEL {{.}}{{/届出人.電話}}", ""},
         {"{{^異動者}}いない{{/異動者}}", ""},
         // A line that holds nothing but section tags disappears (Mustache: standalone tags).
         {"前\n{{#同意}}\n中\n{{/同意}}\n後", "前\n中\n後"}});
}

struct Refusal {
    std::string_view source;
    std::string_view codes;
};

void expect_refused(const std::vector<Refusal>& cases) {
    for (const Refusal& c : cases) {
        EXPECT_EQ(print(c.source, Engine::Fastest), c.codes);
    }
}

TEST(RefusedTextProgram, All) {
    expect_refused({{"{{", "<template.unclosed-tag>"},
                    {"{{氏名", "<template.unclosed-tag>"},
                    {"{{{氏名}}", "<template.unclosed-tag>"},
                    {"{{氏名}", "<template.unclosed-tag>"},
                    {"{{}}", "<template.empty-tag>"},
                    {"{{ & }}", "<template.empty-tag>"},
                    {"{{> 部品}}", "<template.partial>"},
                    {"{{=<% %>=}}", "<template.delimiter>"},
                    {"{{#氏名}}", "<template.section-mismatch>"},
                    {"{{/氏名}}", "<template.section-mismatch>"},
                    {"{{#氏名}}{{#備考}}{{/氏名}}{{/備考}}",
                     "<template.section-mismatch template.section-mismatch>"},
                    {"{{氏明}}", "<template.unknown-field>"},
                    {"{{.}}", "<template.unknown-field>"},
                    {"{{#異動者}}{{.}}{{/異動者}}", "<template.unknown-field>"},
                    {"{{届出人.住所}}", "<template.unknown-field>"},
                    {"{{氏名.姓}}", "<template.unknown-field>"},
                    {"{{異動者.氏名}}", "<template.name-in-list>"},
                    {"{{行.番号}}", "<template.no-row>"},
                    {"{{異動者}}", "<template.tag-not-printable>"},
                    {"{{同意}}", "<template.tag-not-printable>"},
                    {"{{届出}}", "<template.tag-not-printable>"},
                    {"{{#頁.番号}}{{/頁.番号}}", "<template.section-field>"},
                    {"{{#異動者}}{{#異動者}}{{/異動者}}{{/異動者}}", "<template.section-repeats>"},
                    {"{{氏名|}}", "<template.unknown-format>"},
                    {"{{氏名|和暦}}", "<template.format-type>"},
                    {"{{生年月日|和暦|西暦}}", "<template.format-type>"},
                    {"{{#異動者|金額}}{{/異動者|金額}}", "<template.unknown-field>"}});
}

TEST(Sections, NestingIsLimited) {
    std::string deep;
    for (int i = 0; i < 1000; ++i)
        deep += "{{#氏名}}";
    EXPECT_TRUE(print(deep, Engine::Fastest).starts_with("<template.section-depth"));
}

TEST(Sections, FormatsThatFailInsideAreFindings) {
    EXPECT_EQ(print("{{#異動者}}{{生年月日|和暦}}{{/異動者}}", Engine::Fastest,
                    R"({"生年月日": "1926", "異動者": [{}]})"),
              "<format.ambiguous-era>");
}

/// "begin-end pointer" of each value that a text shows, when it is not all of the text.
std::string values_of(std::string_view source, Engine engine) {
    const auto program = TextProgram::compile(source, {{.fields = &fields()}}, engine);
    const Result<json::Value> root = json::read(person, "d");
    const auto printed = program->render({.frames = {{.value = &*root}}});
    std::string out;
    for (const ShownValue& value : printed->values)
        out += std::to_string(value.begin) + "-" + std::to_string(value.end) + " " +
               value.data_pointer + "\n";
    return out;
}

TEST(TextProgram, KnowsWhichBytesShowWhichValue) {
    const std::vector<Case> cases = {
        {"{{手数料}}", ""},
        {"計{{手数料}}", "3-10 /手数料\n"},
        {"{{手数料}}{{備考}} {{届出人.氏名}}", "0-7 /手数料\n8-18 /届出人/氏名\n"},
        {"{{#異動者}}{{氏名}}、{{/異動者}}", "0-3 /異動者/0/氏名\n6-9 /異動者/1/氏名\n"},
    };
    for (const Case& c : cases) {
        for (const Engine engine : {Engine::Fastest, Engine::Mustache})
            EXPECT_EQ(values_of(c.source, engine), c.printed) << c.source;
    }
}

}  // namespace
}  // namespace madoguchi::templates::fill
