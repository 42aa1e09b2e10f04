#include "render/layout/line_break.h"

#include <gtest/gtest.h>

#include "render/layout/fill_lines.h"
#include "tests/support/plain_text.h"

namespace madoguchi::render {
namespace {

/// The text with "|" where a line may end and "!" where it may in an emergency.
std::string marked(std::string text) {
    Paragraph paragraph = plain_paragraph(std::move(text));
    prepare_breaks(paragraph);
    std::string out;
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
        if (paragraph.breaks[i] == BreakPoint::Allowed) out += '|';
        if (paragraph.breaks[i] == BreakPoint::Emergency) out += '!';
        out += paragraph.character(i);
    }
    return out;
}

TEST(LineBreak, StrictRulesKeepSmallKanaAndClosingMarksOffLineStarts) {
    EXPECT_EQ(marked("東京都"), "東|京|都");
    EXPECT_EQ(marked("きょう"), "きょ|う");
    EXPECT_EQ(marked("ラーメン"), "ラー|メ|ン");
    EXPECT_EQ(marked("人々が、「来る」。"), "人々|が、|「来|る」。");
    EXPECT_EQ(marked("はい……"), "は|い……");
}

TEST(LineBreak, SequencesAndGaijiAreIdeographs) {
    EXPECT_EQ(marked("渡\u9089\U000E010F様"), "渡|\u9089\U000E010F|様");
    EXPECT_EQ(marked("\uE000\uE001町"), "\uE000|\uE001|町");
    EXPECT_EQ(marked("渡&MJ003719;様"), "渡|&MJ003719;|様");
    EXPECT_EQ(marked("か\u309a行"), "か\u309a|行");
}

TEST(Kinsoku, NumbersAndLatinWordsStayWhole) {
    EXPECT_EQ(marked("２０２６年"), "２!０!２!６!年");
    EXPECT_EQ(marked("ＡＢＣ棟"), "Ａ!Ｂ!Ｃ|棟");
    EXPECT_EQ(marked("１２－３４の５"), "１!２!－!３!４|の|５");
    EXPECT_EQ(marked("03-1234-5678"), "03-!1234-!5678");
}

TEST(Kinsoku, AUnitStaysWithItsNumber) {
    EXPECT_EQ(marked("10㎡"), "10!㎡");
    EXPECT_EQ(marked("1日間"), "1!日!間");
    EXPECT_EQ(marked("三丁目五番地"), "三!丁!目|五!番!地");
    EXPECT_EQ(marked("鈴木日出男"), "鈴|木|日|出|男");
}

TEST(Kinsoku, PostalMarkAndWaveDash) {
    EXPECT_EQ(marked("〒100-0001"), "〒!100-!0001");
    EXPECT_EQ(marked("朝～夜"), "朝!～|夜");
    EXPECT_EQ(marked("朝〜夜"), "朝〜|夜");
}

std::vector<std::string> lines_of(std::string text, double measure) {
    Paragraph paragraph = plain_paragraph(std::move(text));
    prepare_breaks(paragraph);
    std::vector<std::string> lines;
    for (std::size_t first = 0; first < paragraph.size();) {
        const LineEnd line = fill_line(paragraph, first, measure);
        std::string& out = lines.emplace_back();
        for (; first < line.end; ++first)
            out += paragraph.character(first);
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(FillLines, WhatMayNotStandAtAnEdgeGoesToTheNextLine) {
    EXPECT_EQ(lines_of("東京都千代田区", 3), (Lines{"東京都", "千代田", "区"}));
    EXPECT_EQ(lines_of("東京は、夜", 3), (Lines{"東京", "は、夜"}));
    EXPECT_EQ(lines_of("東京「夜」", 3), (Lines{"東京", "「夜」"}));
}

TEST(FillLines, BlanksHangBehindTheLine) {
    EXPECT_EQ(lines_of("千代田 区", 3), (Lines{"千代田 ", "区"}));
    EXPECT_EQ(lines_of("千代田　区", 3), (Lines{"千代田　", "区"}));
}

TEST(FillLines, ARunLongerThanTheLineIsCutInAnEmergency) {
    EXPECT_EQ(lines_of("番号１２３４５６", 4), (Lines{"番号", "１２３４", "５６"}));
    EXPECT_EQ(lines_of("Abcdefghij", 2), (Lines{"Abcd", "efgh", "ij"}));
    EXPECT_EQ(lines_of("東京", 0.5), (Lines{"東", "京"}));
}

}  // namespace
}  // namespace madoguchi::render
