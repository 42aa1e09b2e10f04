// Papers in the order in which an office hands them out.
#include "api/printing/collation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/forms/shelf.h"
#include "api/people/people.h"
#include "api/printing/sort_key.h"
#include "fonts/installed_fonts.h"
#include "render/frame/dump.h"
#include "templates/read.h"

namespace madoguchi::api {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const fonts::FontLibrary& library() {
    static const fonts::FontLibrary opened = fonts::open_installed_fonts().value();
    return opened;
}

constexpr std::string_view form_source = R"({
  "formatVersion": 1, "id": "notice", "version": "1", "title": "通知",
  "fields": [{"name": "氏名", "type": "text", "maxLength": 3}, {"name": "カナ", "type": "text"},
             {"name": "番号", "type": "number"}, {"name": "地区", "type": "text"},
             {"name": "子", "type": "list", "fields": [{"name": "名", "type": "text"}]}],
  "pages": [{"id": "p", "size": "A5", "elements": [
    {"id": "name", "kind": "text", "frame": {"x": 10, "y": 10, "width": 60, "height": 8},
     "text": "{{氏名}}"}]}]})";

const render::PreparedForm& form() {
    static const auto prepared = [] {
        auto read = templates::read_template(form_source, "form.json").value();
        auto compiled = templates::CompiledForm::compile(std::move(read)).value();
        return render::prepare(compiled, library()).value();
    }();
    return *prepared;
}

constexpr std::string_view people = R"({"氏名": "甲", "カナ": "ガトウ", "番号": 10, "地区": "東"}
{"氏名": "乙", "カナ": "アベ", "番号": -2, "地区": "西"}
{"氏名": "長すぎる名", "カナ": "ア", "番号": 1, "地区": "東"}
{"氏名": "丙", "カナ": "カトウ", "番号": 9, "地区": "東"}
{"氏名": "丁", "番号": 0.5, "地区": "西"}
)";

struct Job {
    std::unique_ptr<render::RecordSource> source =
        json_lines(render::compiled(form()).form(), people, "people.jsonl");
    Result<std::unique_ptr<Collation>> collation;

    explicit Job(CollationWishes wishes)
        : collation(Collation::make(form(), *source, std::move(wishes), library())) {}

    /// Names in order; "□種別 区切り 件数" of a sheet of the job, "?" of data that cannot be read.
    std::vector<std::string> order() {
        std::vector<std::string> names;
        while (auto record = (*collation)->records().next()) {
            const auto data = record->read();
            if (!data.ok()) {
                names.emplace_back("?");
                continue;
            }
            const auto text = [&](std::string_view name) {
                const auto* value = data->root.find(name);
                if (value == nullptr) return std::string();
                return value->string() ? *value->string() : value->number()->text;
            };
            names.push_back(record->instead == nullptr
                                ? text("氏名")
                                : "□" + text("種別") + ' ' + text("区切り") + ' ' + text("件数"));
        }
        return names;
    }
};

TEST(Collation, SortsAsJapaneseIsCollated) {
    EXPECT_THAT(Job({.sort_by = {"カナ"}}).order(), ElementsAre("丁", "乙", "丙", "甲", "?"));
}

TEST(Collation, SortsNumbersBySize) {
    EXPECT_THAT(Job({.sort_by = {"番号"}}).order(), ElementsAre("乙", "丁", "丙", "甲", "?"));
}

TEST(Collation, KeepsTheOrderOfTheFileWithoutKeys) {
    EXPECT_THAT(Job({.cover = true}).order(), ElementsAre("□表紙  5", "甲", "乙", "丙", "丁", "?"));
}

TEST(Collation, PutsASheetBeforeEachGroup) {
    EXPECT_THAT(Job({.sort_by = {"番号"}, .separate_by = "地区", .cover = true}).order(),
                ElementsAre("□表紙  5", "□区切り 西 2", "乙", "丁", "□区切り 東 2", "丙", "甲",
                            "□区切り （データの誤り） 1", "?"));
}

TEST(Collation, PicksRecordsInThePrintedOrder) {
    EXPECT_THAT(Job({.sort_by = {"番号"}, .from = 2, .to = 3}).order(), ElementsAre("丁", "丙"));
    const Job job({.from = 4, .to = 6});
    ASSERT_FALSE(job.collation.ok());
    EXPECT_EQ(job.collation.findings()[0].code, "collation.records");
}

TEST(Collation, RefusesFieldsWithoutAnOrder) {
    for (const char* path : {"ない", "子", "子.名", "氏名.姓", ""}) {
        const Job job({.sort_by = {path}});
        ASSERT_FALSE(job.collation.ok()) << path;
        EXPECT_EQ(job.collation.findings()[0].code, "collation.field");
    }
}

TEST(Collation, CountsWhatWasPrintedAndWhatWasNot) {
    Job job({.separate_by = "地区", .cover = true, .count_sheet = true, .note = "再印刷"});
    std::string counted;
    const render::Closing closing = (*job.collation)->closing();
    render::BatchSettings settings;
    settings.closing = [&](const render::BatchOutcome& outcome, std::size_t sheets) {
        auto document = closing(outcome, sheets);
        if (document.ok()) counted = render::dump(*document);
        return document;
    };
    const auto file = render::print_together(form(), (*job.collation)->records(), settings);
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file->outcome.printed, 4 + (*job.collation)->job_sheets());
    EXPECT_EQ(file->outcome.refused, 1u);
    EXPECT_THAT(counted, HasSubstr("\"印刷した件　4件\""));
    EXPECT_THAT(counted, HasSubstr("\"印刷しなかった件　1件\""));
    EXPECT_THAT(counted, HasSubstr("区切り・この票を除く）　4枚\""));
    EXPECT_THAT(counted, HasSubstr("\"西\""));
    EXPECT_THAT(counted, HasSubstr("再印刷"));
}

TEST(SortOrder, ComparesNumbersOfAnySize) {
    const SortOrder order;
    const SortField number{{"番号"}, true};
    const std::vector<std::string> sorted = {
        "-100", "-20.5", "-20", "-0.5", "0", "0.05", "0.5", "3", "12", "100000000000000000000"};
    for (std::size_t i = 1; i < sorted.size(); ++i)
        EXPECT_LT(order.key_of(number, sorted[i - 1]), order.key_of(number, sorted[i]))
            << sorted[i];
}

}  // namespace
}  // namespace madoguchi::api
