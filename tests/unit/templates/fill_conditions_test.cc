// What of a form is printed for whom: choices in a format, layers; and texts of the form itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/templates/fill_fixture.h"

namespace madoguchi::templates {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Element era_choice() {
    return {.id = "元号",
            .kind = Choice{.field = "生年月日",
                           .format = "元号",
                           .options = {{.value = "昭和"}, {.value = "平成"}, {.value = "不詳"}}}};
}

TEST(Choices, CompareADateInItsFormat) {
    EXPECT_THAT(filled_lines({era_choice()}, R"({"生年月日": "1989-01-07"})"),
                ElementsAre("元号=[0]@/生年月日"));
    EXPECT_THAT(filled_lines({era_choice()}, R"({"生年月日": "1989-02"})"),
                ElementsAre("元号=[1]@/生年月日"));
    EXPECT_THAT(filled_lines({era_choice()}, R"({"生年月日": {"不詳表記": "年月日不詳"}})"),
                ElementsAre("元号=[2]@/生年月日"));
    EXPECT_THAT(filled_lines({era_choice()}, R"({"生年月日": "2026-04-01"})"), IsEmpty());
    EXPECT_THAT(filled_lines({era_choice()}, "{}"), IsEmpty());
}

TEST(Choices, ReportAnEraThatIsNotCertain) {
    const auto compiled = compile(form_with({era_choice()}));
    const Result<FilledForm> filled =
        compiled->fill(*read_data(compiled->form(), R"({"生年月日": "1989"})", "data.json"));
    ASSERT_FALSE(filled.ok());
    ASSERT_EQ(filled.findings().size(), 1u);
    EXPECT_EQ(filled.findings()[0].code, "format.ambiguous-era");
    EXPECT_EQ(filled.findings()[0].origin.element_id, "元号");
    EXPECT_EQ(filled.findings()[0].origin.data_pointer, "/生年月日");
}

TEST(Choices, WithAFormatThatDoesNotFitDoNotCompile) {
    EXPECT_THAT(compile_codes({{.id = "甲", .kind = Choice{.field = "氏名", .format = "元号"}},
                               {.id = "乙", .kind = Choice{.field = "氏名", .format = "元合"}}}),
                ElementsAre("template.format-type 甲", "template.unknown-format 乙"));
}

Template layered_form(std::vector<Element> elements) {
    Template form = form_with(std::move(elements));
    form.layers = {{"控え", {.field = "同意", .test = Condition::Test::Present, .values = {}}}};
    form.form_number = "様式第1号";
    form.title = "住民異動届";
    form.version = "3.1";
    return form;
}

Element on_layer(Element element) {
    element.layer = "控え";
    return element;
}

TEST(Layers, HoldBackTheirElements) {
    const Template form =
        layered_form({on_layer(text("控", "控え")),
                      when(on_layer(text("名", "{{氏名}}")), "区分", Condition::Test::Present)});
    const auto with = [&](std::string_view source) {
        return lines(fill(form, source).pages[0].elements);
    };
    EXPECT_THAT(with("{}"), IsEmpty());
    EXPECT_THAT(with(R"({"同意": true, "氏名": "甲"})"), ElementsAre("控/控え"));
    EXPECT_THAT(with(R"({"同意": true, "氏名": "甲", "区分": "転入"})"),
                ElementsAre("控/控え", "名=甲@/氏名"));
    EXPECT_THAT(with(R"({"氏名": "甲", "区分": "転入"})"), IsEmpty());
}

TEST(Layers, HoldBackTablesAndWhatContinuesThem) {
    Template form = layered_form({on_layer(members_table("表", 1))});
    form.pages.push_back(
        {.id = "続紙", .continuation = true, .elements = {members_table("続", 1, "表")}});
    EXPECT_EQ(fill(form, R"({"異動者": [{}, {}, {}]})").pages.size(), 1u);
    EXPECT_EQ(fill(form, R"({"同意": true, "異動者": [{}, {}, {}]})").pages.size(), 3u);
}

TEST(Layers, RowsBelongToThemByTheWholeForm) {
    Element table = members_table("表", 2);
    std::get<Table>(table.kind).row = {on_layer(text("名", "{{氏名}}"))};
    const Template form = layered_form({table});
    EXPECT_THAT(lines(fill(form, R"({"異動者": [{"氏名": "甲"}]})").pages[0].elements), IsEmpty());
    EXPECT_THAT(
        lines(fill(form, R"({"同意": true, "異動者": [{"氏名": "甲"}]})").pages[0].elements),
        ElementsAre("名=甲@/異動者/0/氏名#0"));
}

TEST(FormTexts, AreTheSameForEveryPerson) {
    const auto compiled = compile(layered_form(
        {text("番号", "{{様式.番号}}　{{様式.名称|全角}}"), text("版", "v{{様式.版|全角}}"),
         text("人", "{{#氏名}}{{様式.番号}} {{氏名}}{{/氏名}}")}));
    EXPECT_THAT(lines(compiled->static_elements(0)),
                ElementsAre("番号/様式第1号　住民異動届", "版/v３．１"));
}

TEST(RubyText, OfAValueIsNoMark) {
    Element element = text("名", "｜{{届出人.氏名}}《よみ》");
    std::get<Text>(element.kind).ruby = Ruby::Group;
    const FilledForm form = fill(form_with({element}), R"({"届出人": {"氏名": "甲《乙》｜丙"}})");
    EXPECT_EQ(form.pages.at(0).elements.at(0).text, "\uFFF9甲《乙》｜丙\uFFFAよみ\uFFFB");
}

TEST(RubyText, WithoutRubyIsAnOrdinaryText) {
    EXPECT_THAT(
        filled_lines({text("名", "｜{{届出人.氏名}}《注》")}, R"({"届出人": {"氏名": "甲"}})"),
        ElementsAre("名=｜甲《注》@/届出人/氏名"));
}

TEST(RubyText, WithAMisplacedMarkDoesNotCompile) {
    Element element = text("名", "《よみ》");
    std::get<Text>(element.kind).ruby = Ruby::Mono;
    EXPECT_THAT(compile_codes({element}), ElementsAre("template.ruby 名"));
}

}  // namespace
}  // namespace madoguchi::templates
