#include "fonts/character.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixtures.h"

#include "fonts/search_key.h"

namespace madoguchi::fonts {
namespace {

Character only(std::string_view text, std::string_view tenant = "a") {
    const auto characters = parse_characters(text, table(), tenant);
    EXPECT_EQ(characters.size(), 1U) << text;
    return characters.front();
}

TEST(Character, IsParsedAndWrittenBack) {
    const std::string text =
        "辻\U000E0102辻\U000E0100㐂\ufe00か\u309a𠮷&MJ003719;&GJ000012;\ue000邉\U000E01EFA&";
    const auto characters = parse_characters(text, table(), "a");
    std::string written;
    for (const Character& character : characters)
        written += write_character(character);
    EXPECT_EQ(written, text);
    ASSERT_EQ(characters.size(), 11U);
    EXPECT_EQ(characters[0], Character(SequencedCharacter{{U'辻', 0xe0102}, Collection::MojiJoho}));
    EXPECT_EQ(characters[1],
              Character(SequencedCharacter{{U'辻', 0xe0100}, Collection::AdobeJapan1}));
    EXPECT_EQ(characters[2],
              Character(SequencedCharacter{{U'㐂', 0xfe00}, Collection::Standardised}));
    EXPECT_EQ(characters[3], Character(CodedCharacter{U"か\u309a"}));
    EXPECT_EQ(characters[5], Character(NamedCharacter{NamedCharacter::Set::Mj, 3719}));
    EXPECT_EQ(characters[6], Character(NamedCharacter{NamedCharacter::Set::Gj, 12}));
    EXPECT_EQ(characters[7], Character(GaijiCharacter{"a", 0xe000}));
    EXPECT_EQ(characters[8], Character(SequencedCharacter{{U'邉', 0xe01ef}, std::nullopt}));
}

TEST(Character, OfOneTenantIsNotThatOfAnother) {
    EXPECT_NE(only("\ue000", "a"), only("\ue000", "b"));
    EXPECT_FALSE(have_same_shape(only("\ue000", "a"), only("\ue000", "b"), table()));
    EXPECT_TRUE(have_same_shape(only("\ue000", "a"), only("\ue000", "a"), table()));
}

TEST(Character, HasOneShapeInSeveralTexts) {
    const auto same = [](std::string_view a, std::string_view b) {
        return have_same_shape(only(a), only(b), table());
    };
    EXPECT_TRUE(same("辻", "辻\U000E0103"));
    EXPECT_TRUE(same("辻", "&MJ025761;"));
    EXPECT_FALSE(same("辻", "辻\U000E0102"));
    EXPECT_FALSE(same("辻\U000E0102", "辻\U000E0100"));  // of another collection: nothing is known
    EXPECT_FALSE(same("A", "Ａ"));
    EXPECT_TRUE(same("邉\U000E01EF", "邉\U000E01EF"));
}

TEST(Character, OfEveryMjNumberIsParsedFromItsText) {
    for (std::size_t i = 0; i < table().size(); ++i) {
        const std::string text = table()[i].text();
        const auto found = mj_character(only(text), table());
        ASSERT_TRUE(found) << text;
        ASSERT_EQ(found->index(), i) << text;
    }
}

TEST(SearchKey, IsOneForAllWaysToWriteAName) {
    const auto key = [](std::string_view text) { return search_key(text, table()); };
    for (const char* written :
         {"渡邉", "渡邊", "渡邉\U000E010F", "渡　邊\U000E0108", "渡&MJ026190;"})
        EXPECT_EQ(key(written), key("渡辺")) << written;
    EXPECT_EQ(key("髙橋"), key("高橋"));
    EXPECT_EQ(key("𠮷田"), key("吉田"));
    EXPECT_EQ(key("ﾜﾀﾅﾍﾞ ﾀﾛｳ"), key("わたなべ　たろう"));
    EXPECT_EQ(key("ＡＢＣ"), key("abc"));
    EXPECT_NE(key("斉藤"), key("斎藤"));
    EXPECT_NE(key("渡辺"), key("渡部"));
    EXPECT_EQ(key(""), "");
}

}  // namespace
}  // namespace madoguchi::fonts
