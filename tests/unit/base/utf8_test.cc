#include "base/utf8.h"

#include <gtest/gtest.h>

namespace madoguchi {
namespace {

TEST(Utf8, CountsTheCharactersThatPeopleSee) {
    EXPECT_EQ(count_graphemes(""), 0u);
    EXPECT_EQ(count_graphemes("渡邉"), 2u);
    EXPECT_EQ(count_graphemes("渡\u9089\U000E010F太"), 3u);  // sequence of 邉
    EXPECT_EQ(count_graphemes("\u304b\u309a行"), 2u);        // か゚
    EXPECT_EQ(count_graphemes("\U00020BB7野家"), 3u);        // 𠮷, beyond the BMP
    EXPECT_EQ(count_graphemes("\uE000木"), 2u);              // a tenant's gaiji
    EXPECT_EQ(count_graphemes("e\u0301a"), 2u);              // left to ICU
    EXPECT_EQ(count_graphemes("\U0001F1EF\U0001F1F5"), 1u);  // a flag, left to ICU
    EXPECT_EQ(count_graphemes("ｶﾞ"), 1u);                    // half-width dakuten extends (UAX #29)
}

TEST(Utf8, ACharacterReferenceIsOneCharacter) {
    EXPECT_EQ(count_graphemes("渡&MJ003719;子"), 3u);
    EXPECT_EQ(count_graphemes("e\u0301&MJ003719;子"), 3u);
    EXPECT_EQ(count_graphemes("&MJ00371;"), 9u);
    EXPECT_EQ(character_reference("a&GJ000001;", 1), "GJ000001");
    EXPECT_EQ(character_reference("a&XJ000001;", 1), "");
    EXPECT_EQ(character_reference("&MJ0000", 0), "");
}

TEST(Utf8, FindsTheFirstInvalidByte) {
    EXPECT_EQ(find_invalid_utf8("渡邉"), std::nullopt);
    EXPECT_EQ(find_invalid_utf8("a\xc0\xaf"), 1u);         // overlong
    EXPECT_EQ(find_invalid_utf8("\xed\xa0\x80"), 0u);      // surrogate
    EXPECT_EQ(find_invalid_utf8("ab\xe3\x81"), 2u);        // cut short
    EXPECT_EQ(find_invalid_utf8("\xf4\x90\x80\x80"), 0u);  // beyond U+10FFFF
    EXPECT_EQ(find_invalid_utf8("\xf0\x80\x80\x80"), 0u);  // overlong
    EXPECT_EQ(find_invalid_utf8("\x80"), 0u);
}

TEST(Utf8, DecodesWhatItEncodes) {
    for (const char32_t c :
         {U'\x01', U'\x7f', U'\x80', U'\x7ff', U'\x800', U'\xffff', U'\x10000', U'\x10ffff'}) {
        std::string text;
        append_utf8(text, c);
        EXPECT_EQ(decode_utf8(text, 0).code_point, c);
        EXPECT_EQ(decode_utf8(text, 0).bytes, text.size());
    }
}

TEST(Utf8, DescribesCodePoints) {
    EXPECT_EQ(describe_code_points("\u9089\U000E010F"), "U+9089 U+E010F");
    EXPECT_EQ(describe_code_points("A"), "U+0041");
}

}  // namespace
}  // namespace madoguchi
