#include "templates/format/number.h"

#include <gtest/gtest.h>

#include "templates/format/format.h"

namespace madoguchi::templates::format {
namespace {

std::string print(std::string_view name, std::string_view value) {
    const Format* format = find_format(name);
    if (format == nullptr) return "<no format>";
    const Result<std::string> printed = format->function({value});
    return printed.ok() ? *printed : "<" + printed.findings().front().code + ">";
}

struct Case {
    std::string_view format;
    std::string_view value;
    std::string_view printed;
};

void expect_print(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        EXPECT_EQ(print(c.format, c.value), c.printed);
    }
}

TEST(Numbers, Grouped) {
    expect_print(
        {{"金額", "0", "0"},
         {"金額", "-0", "0"},
         {"金額", "999", "999"},
         {"金額", "1000", "1,000"},
         {"金額", "1234567", "1,234,567"},
         {"金額", "-100000", "-100,000"},
         {"金額", "1234.50", "1,234.50"},
         {"金額", "123456789012345678901234567890", "123,456,789,012,345,678,901,234,567,890"},
         {"金額", "1e6", "<format.not-a-number>"},
         {"金額", "007", "<format.not-a-number>"},
         {"金額", "1.", "<format.not-a-number>"},
         {"金額", ".5", "<format.not-a-number>"},
         {"金額", "-", "<format.not-a-number>"},
         {"金額", "１", "<format.not-a-number>"},
         {"円", "350", "350円"},
         {"円", "-1200", "-1,200円"},
         {"円", "1.5", "<format.fraction>"},
         {"円記号", "1234567", "¥1,234,567"}});
}

TEST(Numbers, Kanji) {
    expect_print({{"漢数字", "0", "〇"},
                  {"漢数字", "1", "一"},
                  {"漢数字", "10", "十"},
                  {"漢数字", "11", "十一"},
                  {"漢数字", "20", "二十"},
                  {"漢数字", "100", "百"},
                  {"漢数字", "1000", "千"},
                  {"漢数字", "1111", "千百十一"},
                  {"漢数字", "1234", "千二百三十四"},
                  {"漢数字", "10000", "一万"},
                  {"漢数字", "11000", "一万千"},
                  {"漢数字", "100000", "十万"},
                  {"漢数字", "10000000", "一千万"},
                  {"漢数字", "10010000", "一千一万"},
                  {"漢数字", "100000001", "一億一"},
                  {"漢数字", "-1234", "マイナス千二百三十四"},
                  {"漢数字", "1.5", "<format.not-a-number>"},
                  {"漢数字", "令和8年4月1日", "令和八年四月一日"},
                  {"漢数字", "12番34号", "十二番三十四号"},
                  {"漢数字", "元", "元"},
                  {"漢数字", "１２番地3号", "十二番地三号"},
                  {"漢数字", "１2番", "十二番"},
                  {"漢数字", "04", "〇四"},
                  {"漢数字", "010号室", "〇一〇号室"},
                  {"漢数字", "００", "〇〇"},
                  {"漢数字", "０", "〇"},
                  {"漢数字", "10の0", "十の〇"},
                  {"漢数字", "1\ufe00", "1\ufe00"},
                  {"漢数字", "&MJ003719;x1", "&MJ003719;x一"},
                  {"漢数字", "12&GJ000001;34", "十二&GJ000001;三十四"},
                  {"漢数字", "&MJ12;", "&MJ十二;"},
                  {"漢数字", "１，２３４", "<format.not-a-number>"},
                  {"漢数字", "3.14平方", "<format.not-a-number>"},
                  {"漢数字", "1,2", "<format.not-a-number>"},
                  {"漢数字", "第1、第2", "第一、第二"},
                  {"漢数字", "金1,234", "<format.not-a-number>"},
                  {"漢数字位取り", "2026", "二〇二六"},
                  {"漢数字位取り", "-3.14", "マイナス三・一四"},
                  {"漢数字位取り", "-0.50", "マイナス〇・五〇"},
                  {"漢数字位取り", "&MJ003719;x1", "&MJ003719;x一"},
                  {"漢数字位取り", "１０-2", "一〇-二"},
                  {"漢数字位取り", "1-2-3", "一-二-三"}});
}

TEST(Numbers, Formal) {
    expect_print({{"大字", "1234", "壱千弐百参拾四"},
                  {"大字", "10", "壱拾"},
                  {"大字", "0", "零"},
                  {"大字", "&MJ003719;１0", "&MJ003719;壱拾"},
                  {"大字", "010", "零壱零"},
                  {"大字", "11110000", "壱千壱百壱拾壱万"},
                  {"大字金額", "1200000", "金壱百弐拾万円也"},
                  {"大字金額", "350", "金参百五拾円也"},
                  {"大字金額", "-1", "<format.negative>"},
                  {"大字金額", "0.5", "<format.fraction>"}});
}

TEST(Decimals, AreComparedWhateverTheirLength) {
    const auto less = [](std::string_view a, std::string_view b) {
        return is_less(*read_decimal(a), *read_decimal(b));
    };
    for (const auto& [small, large] : std::initializer_list<std::pair<const char*, const char*>>{
             {"9", "10"},
             {"-10", "-9"},
             {"-1", "0"},
             {"0.5", "0.51"},
             {"1.09", "1.1"},
             {"99999999999999999999", "100000000000000000000"}}) {
        EXPECT_TRUE(less(small, large)) << small << ' ' << large;
        EXPECT_FALSE(less(large, small)) << small << ' ' << large;
    }
    for (const auto& [a, b] : std::initializer_list<std::pair<const char*, const char*>>{
             {"1", "1.0"}, {"-0", "0"}, {"0.50", "0.5"}}) {
        EXPECT_FALSE(less(a, b)) << a << ' ' << b;
        EXPECT_FALSE(less(b, a)) << a << ' ' << b;
    }
}

TEST(LongNumbers, ReachTo無量大数) {
    EXPECT_EQ(print("漢数字", "1" + std::string(68, '0')), "一無量大数");
    EXPECT_EQ(print("漢数字", "1" + std::string(71, '0')), "一千無量大数");
    EXPECT_EQ(print("漢数字", "1" + std::string(48, '0') + "2"), "十極二");
    EXPECT_EQ(print("漢数字", "3" + std::string(52, '0')), "三恒河沙");
    EXPECT_EQ(print("漢数字", "1" + std::string(72, '0')), "<format.number-too-long>");
    EXPECT_EQ(print("金額", std::string(1000, '9')).size(), 1333u);
}

TEST(Formats, ExamplesAreTrue) {
    for (const Format& format : formats())
        EXPECT_EQ(print(format.name, format.example_value), format.example_text) << format.name;
}

TEST(Formats, NamesAreFoundOrGuessed) {
    EXPECT_EQ(find_format("西歴"), nullptr);
    const Diagnostic finding = unknown_format("西歴");
    EXPECT_EQ(finding.code, "template.unknown-format");
    ASSERT_EQ(finding.hints.size(), 1u);
    EXPECT_EQ(finding.hints[0].ja, "「西暦」ではありませんか。");
    EXPECT_TRUE(unknown_format("まったく別のもの").hints.empty());
}

TEST(Formats, TakeOnlyValuesOfTheirTypes) {
    EXPECT_TRUE(takes(*find_format("和暦"), FieldType::Date));
    EXPECT_FALSE(takes(*find_format("和暦"), FieldType::Text));
    EXPECT_TRUE(takes(*find_format("全角"), FieldType::Number));
    EXPECT_FALSE(takes(*find_format("全角"), FieldType::Boolean));
}

}  // namespace
}  // namespace madoguchi::templates::format
