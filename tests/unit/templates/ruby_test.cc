#include <gtest/gtest.h>

#include "templates/fill/ruby.h"
#include "templates/ruby_text.h"

namespace madoguchi::templates {
namespace {

/// With [ for the beginning of letters, | for that of their reading and ] for its end.
std::string visible(std::string text) {
    const auto replace = [&text](std::string_view mark, const char* with) {
        for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1))
            text.replace(at, mark.size(), with);
    };
    replace(ruby_base_begin, "[");
    replace(ruby_reading_begin, "|");
    replace(ruby_end, "]");
    return text;
}

std::string annotated(std::string_view source) {
    const Result<std::string> text = fill::annotate_ruby(source);
    return text.ok() ? visible(*text) : text.findings().front().code;
}

TEST(RubyMarks, StandForAnnotations) {
    EXPECT_EQ(annotated("届出《とどけで》人"), "[届出|とどけで]人");
    EXPECT_EQ(annotated("お届出《とどけで》人"), "お[届出|とどけで]人");
    EXPECT_EQ(annotated("東《とう》京《きょう》"), "[東|とう][京|きょう]");
    EXPECT_EQ(annotated("人々《ひとびと》、〇《まる》"), "[人々|ひとびと]、[〇|まる]");
    EXPECT_EQ(annotated("辻\U000E0102《つじ》"), "[辻\U000E0102|つじ]");
    EXPECT_EQ(annotated("市ヶ谷《いちがや》の〆切《しめきり》"),
              "[市ヶ谷|いちがや]の[〆切|しめきり]");
    EXPECT_EQ(annotated("は&MJ003719;山\uE000《やま》"), "は[&MJ003719;山\uE000|やま]");
    EXPECT_EQ(annotated("の｜お知らせ《おしらせ》"), "の[お知らせ|おしらせ]");
    EXPECT_EQ(annotated("｜{{氏名}}《{{氏名_フリガナ}}》様"), "[{{氏名}}|{{氏名_フリガナ}}]様");
    EXPECT_EQ(annotated("｜{{#a}}東{{/a}}{{^a}}西{{/a}}《{{b}}》"),
              "[{{#a}}東{{/a}}{{^a}}西{{/a}}|{{b}}]");
    EXPECT_EQ(annotated("{{#a}}東《ひがし》{{/a}}京《きょう》"),
              "{{#a}}[東|ひがし]{{/a}}[京|きょう]");
    EXPECT_EQ(annotated("印《》"), "[印|]");
    EXPECT_EQ(annotated("ルビなし"), "ルビなし");
    EXPECT_EQ(annotated(""), "");
}

TEST(RubyMarks, WithoutAPartnerAreFindings) {
    for (const char* source :
         {"《とどけで》", "かな《かな》", "{{氏名}}《フリガナ》", "｜《よみ》", "届出《とどけで",
          "届出》", "｜届出", "｜届｜出《で》", "届出《とど《けで》》", "届出《と｜どけ》",
          "{{#a}}｜東{{/a}}《ひがし》", "｜東{{#a}}《ひがし》{{/a}}", "東{{#a}}《ひがし》{{/a}}",
          "｜東{{#a}}西《ひがし{{/a}}》"})
        EXPECT_EQ(annotated(source), "template.ruby") << source;
}

TEST(RubyText, IsReadFromAnnotations) {
    const std::string filled = *fill::annotate_ruby("の届出《とどけで》を人《》へ");
    const AnnotatedText text = read_annotations(filled);
    EXPECT_EQ(text.text, "の届出を人へ");
    ASSERT_EQ(text.readings.size(), 1u);
    EXPECT_EQ(text.text.substr(text.readings[0].begin, text.readings[0].end - 3), "届出");
    EXPECT_EQ(text.readings[0].words, "とどけで");
    for (const char* letter : {"の", "届", "出", "を", "人", "へ"})
        EXPECT_EQ(text.source_offset(text.text.find(letter)), filled.find(letter)) << letter;
    EXPECT_EQ(text.readings[0].source_offset, filled.find("とどけで"));
}

}  // namespace
}  // namespace madoguchi::templates
