// The classes into which JLREQ sorts characters by how they behave in a line (文字クラス).
// Source: W3C, Requirements for Japanese Text Layout, 2020-08-11, §3.9 and Appendix A; JIS X
// 4051:2004 §4 has the same classes under other numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace madoguchi::render {

/// Those that a text without ruby, warichu and ornaments has; the value is JLREQ's number (cl-01
/// …).
enum class CharacterClass : std::uint8_t {
    OpeningBracket = 1,          ///< 始め括弧類
    ClosingBracket = 2,          ///< 終わり括弧類
    Hyphen = 3,                  ///< ハイフン類
    DividingPunctuation = 4,     ///< 区切り約物 ！？
    MiddleDot = 5,               ///< 中点類 ・：；
    FullStop = 6,                ///< 句点類 。．
    Comma = 7,                   ///< 読点類 、，
    Inseparable = 8,             ///< 分離禁止文字 ―…‥
    IterationMark = 9,           ///< 繰返し記号 々ゝ
    ProlongedSoundMark = 10,     ///< 長音記号 ー
    SmallKana = 11,              ///< 小書きの仮名
    PrefixedAbbreviation = 12,   ///< 前置省略記号 ￥＄№
    PostfixedAbbreviation = 13,  ///< 後置省略記号 ％℃
    IdeographicSpace = 14,       ///< 和字間隔
    Hiragana = 15,
    Katakana = 16,
    MathSymbol = 17,    ///< 等号類 ＝≠＜
    MathOperator = 18,  ///< 演算記号 ＋－×÷
    Ideographic = 19,   ///< 漢字等: kanji, full-width letters and digits, all other marks
    GroupedNumeral = 24,  ///< 連数字中の文字: half-width digits and what is written inside numbers
    UnitSymbol = 25,  ///< 単位記号中の文字; told by what stands before it, see unit_symbols()
    WordSpace = 26,  ///< 欧文間隔
    Western = 27,    ///< 欧文用文字
};

/// One more than the highest number of a class.
inline constexpr std::size_t class_count = 28;

/// Of a character by its first code point. A character reference, a gaiji and every kanji are
/// Ideographic. GroupedNumeral is answered for half-width digits only.
class ClassTable {
  public:
    ClassTable();
    CharacterClass operator[](char32_t c) const {
        return c < classes_.size() ? classes_[c] : CharacterClass::Ideographic;
    }

  private:
    void fill(char32_t first, char32_t last, CharacterClass of);

    std::vector<CharacterClass> classes_;  ///< of the basic plane
};
const ClassTable& class_table();

inline CharacterClass class_of(char32_t code_point) {
    return class_table()[code_point];
}

}  // namespace madoguchi::render
