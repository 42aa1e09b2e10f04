#include "templates/fill.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "tests/unit/templates/fill_fixture.h"

namespace madoguchi::templates {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(StaticElements, AreThoseWithoutDataAndCondition) {
    Element comb{.id = "マス", .kind = Comb{.content = "{{氏名}}", .cells = 7}};
    Element choice{.id = "選択", .kind = Choice{.field = "区分"}};
    Element seal{.id = "印", .kind = Seal{}};
    const auto compiled = compile(
        form_with({text("題", "住民異動届"),
                   comb,
                   text("名", "{{氏名}}"),
                   {.id = "線", .kind = Line{}},
                   choice,
                   when({.id = "条件の線", .kind = Line{}}, "同意", Condition::Test::Present),
                   seal,
                   text("空", ""),
                   text("注釈だけ", "{{! 印字しない }}"),
                   members_table("表", 2)}));
    EXPECT_THAT(lines(compiled->static_elements(0)),
                ElementsAre("題/住民異動届", "マス/", "線/", "選択/", "印/", "枠/#0", "枠/#1"));
    const FilledElement& second_row = compiled->static_elements(0).back();
    EXPECT_EQ(second_row.offset, (Point{Length::mm(10), Length::mm(28)}));
}

TEST(Fill, KeepsOrderAndLeavesOutWhatIsEmpty) {
    EXPECT_THAT(filled_lines({text("一", "{{氏名}}"), text("二", "題"), text("三", "{{備考}}"),
                              text("四", "{{届出人.電話}}")},
                             R"({"氏名": "山田", "備考": "", "届出人": {"電話": "03"}})"),
                ElementsAre("一=山田@/氏名", "四=03@/届出人/電話"));
}

TEST(Fill, ConditionalStaticPartsComeWithTheData) {
    const auto elements = [] {
        Element comb{.id = "マス", .kind = Comb{.content = "{{氏名}}", .cells = 7}};
        return std::vector<Element>{
            when(text("注", "同意あり"), "同意", Condition::Test::Present),
            when({.id = "線", .kind = Line{}}, "区分", Condition::Test::IsOneOf, {"転入"}),
            when({.id = "箱", .kind = Box{}}, "区分", Condition::Test::IsNoneOf, {"転入"}),
            when(comb, "届出", Condition::Test::IsOneOf, {"乙"}),
            when(members_table("表", 2), "異動者", Condition::Test::Present),
            when(text("無", "なし"), "異動者", Condition::Test::Absent)};
    };
    EXPECT_THAT(filled_lines(elements(), R"({"同意": true, "区分": "転入", "届出": ["甲", "乙"]})"),
                ElementsAre("注/同意あり", "線/", "マス/", "無/なし"));
    EXPECT_THAT(filled_lines(elements(), R"({"同意": false, "異動者": [{"氏名": "花"}]})"),
                ElementsAre("箱/", "枠/#0", "枠/#1", "番号=1#0", "名=花@/異動者/0/氏名#0"));
}

TEST(Fill, ChoicesMarkWhatTheDataName) {
    const auto choice = [](std::string field, std::vector<std::string> values) {
        Choice kind{.field = std::move(field)};
        for (std::string& value : values)
            kind.options.push_back({.value = std::move(value)});
        return std::vector<Element>{{.id = "選択", .kind = std::move(kind)}};
    };
    EXPECT_THAT(filled_lines(choice("区分", {"転入", "転出"}), R"({"区分": "転出"})"),
                ElementsAre("選択=[1]@/区分"));
    EXPECT_THAT(filled_lines(choice("届出", {"甲", "乙", "丙"}), R"({"届出": ["丙", "甲"]})"),
                ElementsAre("選択=[0][2]@/届出"));
    EXPECT_THAT(filled_lines(choice("同意", {"true", "false"}), R"({"同意": false})"),
                ElementsAre("選択=[1]@/同意"));
    EXPECT_THAT(filled_lines(choice("区分", {"転入", ""}), R"({"区分": ""})"), IsEmpty());
}

TEST(Fill, RowsSeeTheirItemFirstAndNeverBorrow) {
    Element table{.id = "表"};
    table.kind = Table{.list = "異動者",
                       .rows = 3,
                       .row = {text("名", "{{氏名}}／{{世帯主}}"), text("備考", "{{備考}}"),
                               text("生", "{{生年月日|和暦}}")}};
    EXPECT_THAT(
        filled_lines({table}, R"({"世帯主": "父", "備考": "外の備考", "異動者": [
                    {"氏名": "甲", "備考": "内"}, {"氏名": "乙", "生年月日": "1989-01-08"}]})"),
        ElementsAre("名=甲／父@/異動者/0/氏名#0", "備考=内@/異動者/0/備考#0",
                    "名=乙／父@/異動者/1/氏名#1", "生=平成元年1月8日@/異動者/1/生年月日#1"));
}

TEST(Fill, RowConditionsAskTheRow) {
    Element table{.id = "表"};
    table.kind =
        Table{.list = "異動者",
              .rows = 3,
              .row = {when({.id = "線", .kind = Line{}}, "備考", Condition::Test::Present)}};
    EXPECT_THAT(filled_lines({table}, R"({"備考": "x", "異動者": [{}, {"備考": "あり"}]})"),
                ElementsAre("線/#1"));
}

std::string members(int count) {
    std::string out = R"({"世帯主": "山田", "異動者": [)";
    for (int i = 0; i < count; ++i)
        out += std::string(i > 0 ? "," : "") + "{\"氏名\": \"人" + std::to_string(i) + "\"}";
    return out + "]}";
}

Template two_page_form() {
    Template form = household_form();
    form.pages = {
        {.id = "表面", .elements = {members_table("表", 6), text("頁", "{{頁.番号}}/{{頁.総数}}")}},
        {.id = "続紙",
         .continuation = true,
         .elements = {text("頁2", "{{頁.番号}}/{{頁.総数}} {{世帯主}}"),
                      members_table("続き", 10, "表")}},
        {.id = "裏面", .elements = {text("頁3", "{{頁.番号}}/{{頁.総数}}")}}};
    return form;
}

std::vector<std::string> sheets(int count) {
    std::vector<std::string> out;
    for (const FilledPage& page : fill(two_page_form(), members(count)).pages) {
        std::string line = page.page->id;
        for (const FilledElement& element : page.elements) {
            if (element.element->id == "名") line += " " + std::to_string(element.row);
            if (element.element->id.starts_with("頁")) line += " " + element.text;
        }
        out.push_back(line);
    }
    return out;
}

TEST(Continuation, IsPrintedOnlyWhenNeeded) {
    EXPECT_THAT(sheets(0), ElementsAre("表面 1/2", "裏面 2/2"));
    EXPECT_THAT(sheets(6), ElementsAre("表面 0 1 2 3 4 5 1/2", "裏面 2/2"));
}

TEST(Continuation, RepeatsUntilAllItemsArePrinted) {
    EXPECT_THAT(sheets(7), ElementsAre("表面 0 1 2 3 4 5 1/3", "続紙 2/3 山田 6", "裏面 3/3"));
    EXPECT_THAT(sheets(17),
                ElementsAre("表面 0 1 2 3 4 5 1/4", "続紙 2/4 山田 6 7 8 9 10 11 12 13 14 15",
                            "続紙 3/4 山田 16", "裏面 4/4"));
}

TEST(Continuation, NumbersAndPlacesRowsThroughout) {
    const FilledForm form = fill(two_page_form(), members(8));
    const FilledElement& last = form.pages[1].elements.back();
    EXPECT_EQ(last.element->id, "世帯");
    const FilledElement& name = form.pages[1].elements[form.pages[1].elements.size() - 2];
    EXPECT_EQ(name.data_pointer, "/異動者/7/氏名");
    EXPECT_EQ(name.row, 7);
    EXPECT_EQ(name.offset, (Point{Length::mm(10), Length::mm(28)}));
    const FilledElement& number = form.pages[1].elements[form.pages[1].elements.size() - 3];
    EXPECT_EQ(number.text, "8");
}

TEST(Continuation, TakesAThousandMembers) {
    const FilledForm form = fill(two_page_form(), members(1000));
    EXPECT_EQ(form.pages.size(), 1u + 100u + 1u);
    EXPECT_EQ(form.pages.back().elements.back().text, "102/102");
}

TEST(Continuation, ItemsThatDoNotFitAreAFinding) {
    const auto compiled = compile(form_with({members_table("表", 6)}));
    const Result<Data> data = read_data(compiled->form(), members(7), "d");
    const Result<FilledForm> filled = compiled->fill(*data);
    ASSERT_FALSE(filled.ok());
    EXPECT_EQ(filled.findings()[0].code, "data.too-many-rows");
    EXPECT_EQ(filled.findings()[0].origin.data_pointer, "/異動者");
    EXPECT_EQ(filled.findings()[0].origin.element_id, "表");
}

TEST(Continuation, WrongLinksAreFindings) {
    Template form = two_page_form();
    std::get<Table>(form.pages[1].elements[1].kind).continues = "別の表";
    EXPECT_EQ(CompiledForm::compile(form).findings()[0].code, "template.continues");
    form = two_page_form();
    form.pages[1].continuation = false;
    EXPECT_EQ(CompiledForm::compile(form).findings()[0].code, "template.continues");
    form = two_page_form();
    form.pages.push_back(form.pages[1]);
    EXPECT_EQ(CompiledForm::compile(form).findings()[0].code, "template.continues");
}

TEST(Fill, FormatsThatFailAreFindingsAllAtOnce) {
    Element table{.id = "表"};
    table.kind = Table{.list = "異動者", .rows = 3, .row = {text("生", "{{生年月日|和暦}}")}};
    const auto compiled = compile(form_with({text("日", "{{生年月日|和暦}}"), table}));
    const Result<Data> data =
        read_data(compiled->form(),
                  R"({"生年月日": "1600-09-15", "異動者": [{}, {"生年月日": "1926"}]})", "d");
    const Result<FilledForm> filled = compiled->fill(*data);
    ASSERT_FALSE(filled.ok());
    ASSERT_EQ(filled.findings().size(), 2u);
    EXPECT_EQ(filled.findings()[0].code, "format.old-calendar");
    EXPECT_EQ(filled.findings()[0].origin.element_id, "日");
    EXPECT_EQ(filled.findings()[0].origin.data_pointer, "/生年月日");
    EXPECT_EQ(filled.findings()[1].code, "format.ambiguous-era");
    EXPECT_EQ(filled.findings()[1].origin.data_pointer, "/異動者/1/生年月日");
}

TEST(Fill, WarningsOfTheDataStay) {
    const FilledForm form = fill(form_with({text("名", "{{氏名}}")}), R"({"氏名": "あ", "余": 1})");
    ASSERT_EQ(form.warnings.size(), 1u);
    EXPECT_EQ(form.warnings[0].code, "data.unknown-member");
}

TEST(Compile, ReportsEveryElementAtOnce) {
    Choice choice{.field = "区文"};
    EXPECT_THAT(
        compile_codes({text("a", "{{氏明}}{{生年月日|和歴}}"),
                       text("b", "{{氏名|和暦}}"),
                       {.id = "c", .kind = choice},
                       when(text("d", "x"), "ない項目", Condition::Test::Present),
                       {.id = "e", .kind = Table{.list = "氏名", .rows = 1}},
                       text("f", "{{異動者.氏名}}"),
                       text("g", "{{行.番号}}"),
                       when(text("h", "x"), "頁.番号", Condition::Test::Present)}),
        ElementsAre("template.unknown-field a", "template.unknown-format a",
                    "template.format-type b", "template.unknown-field c",
                    "template.unknown-field d", "template.table-list e", "template.name-in-list f",
                    "template.no-row g", "template.condition-field h"));
}

TEST(Fill, ManyThreadsShareOneForm) {
    const auto compiled = compile(form_with({text("名",
                                                  "{{#異動者}}{{氏名}}{{#旧姓}}（{{姓}}）{{/"
                                                  "旧姓}}、{{/異動者}}{{^異動者}}なし{{/異動者}}"),
                                             text("日", "{{生年月日|和暦}}")}));
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            const Result<Data> data = read_data(compiled->form(), members(t * 3), "d");
            const auto expected = lines(compiled->fill(*data)->pages[0].elements);
            for (int i = 0; i < 200; ++i)
                EXPECT_EQ(lines(compiled->fill(*data)->pages[0].elements), expected);
        });
    }
    for (std::thread& thread : threads)
        thread.join();
}

TEST(Tables, StrikeTheRowsBehindTheLastItem) {
    Element table = members_table("表", 3);
    std::get<Table>(table.kind).strike_blank = Stroke();
    std::get<Table>(table.kind).row = {text("名", "{{氏名}}")};
    const FilledForm some = fill(form_with({table}), R"({"異動者": [{"氏名": "甲"}]})");
    EXPECT_THAT(lines(some.pages[0].elements), ElementsAre("名=甲@/異動者/0/氏名#0", "表="));
    EXPECT_EQ(some.pages[0].elements[1].offset, (Point{{}, Length::mm(8)}));
    EXPECT_THAT(filled_lines({table}, "{}"), IsEmpty());
    EXPECT_THAT(
        filled_lines({table}, R"({"異動者": [{"氏名": "甲"}, {"氏名": "乙"}, {"氏名": "丙"}]})"),
        testing::SizeIs(3));
}

}  // namespace
}  // namespace madoguchi::templates
