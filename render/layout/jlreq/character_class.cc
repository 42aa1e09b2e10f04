// Appendix A as data. What it does not list belongs to the class its script or width suggests: all
// proportional letters to cl-27, all else, full-width letters among them, to cl-19.

#include "render/layout/jlreq/character_class.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace madoguchi::render {

namespace {

struct Listed {
    CharacterClass of;
    std::u32string_view characters;
};

constexpr std::array<Listed, 16> listed = {{
    {CharacterClass::OpeningBracket, U"‘“（〔［｛〈《「『【｟〘〖«〝"},
    {CharacterClass::ClosingBracket, U"’”）〕］｝〉》」』】｠〙〗»〟"},
    {CharacterClass::Hyphen, U"‐〜゠–～"},
    {CharacterClass::DividingPunctuation, U"！？‼⁇⁈⁉"},
    {CharacterClass::MiddleDot, U"・：；"},
    {CharacterClass::FullStop, U"。．"},
    {CharacterClass::Comma, U"、，"},
    {CharacterClass::Inseparable, U"—―…‥〳〴〵"},
    {CharacterClass::IterationMark, U"ヽヾゝゞ々〻"},
    {CharacterClass::ProlongedSoundMark, U"ー"},
    {CharacterClass::SmallKana,
     U"ぁぃぅぇぉァィゥェォっゃゅょゎゕゖッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"},
    {CharacterClass::PrefixedAbbreviation, U"￥＄￡＃€№"},
    {CharacterClass::PostfixedAbbreviation,
     U"°′″℃￠％‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㎥㏄"},
    {CharacterClass::IdeographicSpace, U"\u3000"},
    {CharacterClass::MathSymbol, U"＝≠≒≃≅≈≡≢＜＞≦≧≪≫≶≷⋚⋛∧∨⌅⌆⊂⊃⊄⊅⊆⊇⊊⊋∈∋∉∪∩∥∦⇒⇔↔∽∝⊥⊕⊗"},
    {CharacterClass::MathOperator, U"＋－−×÷±∓"},
}};

}  // namespace

ClassTable::ClassTable() : classes_(0x10000, CharacterClass::Ideographic) {
    fill(0x21, 0x24f, CharacterClass::Western);
    fill(0x250, 0x2000, CharacterClass::Western);
    fill(U'0', U'9', CharacterClass::GroupedNumeral);
    fill(0x3041, 0x309f, CharacterClass::Hiragana);
    fill(0x30a0, 0x30ff, CharacterClass::Katakana);
    fill(0xff61, 0xff9f, CharacterClass::Katakana);
    fill(U' ', U' ', CharacterClass::WordSpace);
    fill(U'\u00a0', U'\u00a0', CharacterClass::WordSpace);
    for (const Listed& list : listed) {
        for (const char32_t c : list.characters)
            fill(c, c, list.of);
    }
}

void ClassTable::fill(char32_t first, char32_t last, CharacterClass of) {
    std::fill(classes_.begin() + first, classes_.begin() + last + 1, of);
}

const ClassTable& class_table() {
    static const ClassTable table;
    return table;
}

}  // namespace madoguchi::render
