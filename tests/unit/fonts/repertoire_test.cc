#include "fonts/charset/repertoire.h"

#include <gtest/gtest.h>

#include "fonts/charset/code_probe.h"

namespace madoguchi::fonts {
namespace {

using enum RepertoireName;

TEST(Repertoire, HoldsWhatTheStandardCounts) {
    EXPECT_EQ(repertoire(JisX0208).size(), 6'879U);
    EXPECT_EQ(repertoire(JisX0213).size(), 11'233U);
    EXPECT_EQ(repertoire(Jpki).size(), 6'879U + 6'067U);
    EXPECT_EQ(repertoire(AsciiKana).size(), 95U + 81U + 9U + 63U);
}

TEST(Repertoire, TellsCharactersApart) {
    EXPECT_TRUE(repertoire(JisX0213).contains(U"か\u309a"));
    EXPECT_FALSE(repertoire(JisX0208).contains(U"か\u309a"));
    EXPECT_TRUE(repertoire(JisX0213).contains(U"𠂉"));
    EXPECT_FALSE(repertoire(JisX0213).contains(U"𠮷"));
    EXPECT_FALSE(repertoire(JisX0213).contains(U"髙"));
    EXPECT_TRUE(repertoire(Cp932).contains(U"髙"));
    EXPECT_TRUE(repertoire(Cp932).contains(U"①"));
    EXPECT_TRUE(repertoire(Cp932).contains(U"ｱ"));
    EXPECT_FALSE(repertoire(Cp932).contains(U"\ue000"));
    EXPECT_TRUE(repertoire(Jpki).contains(U"丂"));  // JIS X 0212 16-01
    EXPECT_FALSE(repertoire(Jpki).contains(U"髙"));
    EXPECT_FALSE(repertoire(AsciiKana).contains(U"漢"));
    EXPECT_FALSE(repertoire(AsciiKana).contains(U"ヰ"));
    EXPECT_TRUE(repertoire(AsciiKana).contains(U"ｱ"));
    EXPECT_FALSE(repertoire(JisX0213).contains(U""));
}

TEST(Repertoire, HasNamesThatSettingsWrite) {
    for (const auto name : {JisX0208, JisX0213, Jpki, Cp932, AsciiKana})
        EXPECT_EQ(parse_repertoire_name(to_string(name)), name);
    EXPECT_FALSE(parse_repertoire_name("JIS"));
}

TEST(CodeProbe, AConverterThatIsNotThereHasNoCodes) {
    EXPECT_TRUE(probe_rows("no-such-code", "").empty());
}

}  // namespace
}  // namespace madoguchi::fonts
