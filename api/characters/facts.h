// What is known of one character, in the words of lists and registers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/characters/draw.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::api {

struct CharacterFacts {
    std::string text;        ///< as it is written in data
    std::string codes;       ///< "U+8FBB U+E0102"
    std::string mj;          ///< "MJ025760"; empty for what is no character of 文字情報基盤
    std::string set_name;    ///< "GJ000001" of a character of an installed set
    std::string set_code;    ///< "U+10DE92", under which it is exchanged
    std::string collection;  ///< "Moji_Joho", … of a sequence
    std::string corresponding;      ///< "U+8FBB", of the code point this is a shape of
    std::string jis_x_0213;         ///< "1-36-52"
    bool is_unified_there = false;  ///< another shape stands for it there (包摂)
    std::string jis_x_0212;         ///< "36-52"
    std::string family_register, estate_register;  ///< 戸籍統一, 登記統一文字番号
    std::string resident_network;                  ///< "J+8FBB"
    std::string immigration;                       ///< 入管正字コード
    std::optional<int> strokes;
    std::vector<std::string> radicals;  ///< "162.2": Kangxi radical, strokes beside it
    std::vector<std::string> readings;
    bool is_gaiji = false;   ///< the tenant's own
    std::string meaning;     ///< of a gaiji, as its registry says
    std::string identified;  ///< of a gaiji: "MJ025760", "none", …

    struct Candidate {
        std::string text, codes, ground;
        int rank = 0;
    };
    std::vector<Candidate> candidates;  ///< of MJ縮退マップ, the preferred first

    std::optional<DrawnCharacter> drawn;  ///< nothing where no face draws it
};

CharacterFacts facts_of(const fonts::MjCharacter& character, const fonts::FaceSet& faces);
/// Of any character as text; what the table does not know keeps its codes and its picture.
CharacterFacts facts_of(std::string_view text, const fonts::MjTable& table,
                        const fonts::FaceSet& faces);

}  // namespace madoguchi::api
