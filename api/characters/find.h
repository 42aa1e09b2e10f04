// Finding a character by what a person has in hand: a name, a reading, a count of strokes, a number
// of a register.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::api {

/// Every member that is given narrows the search.
struct CharacterQuery {
    std::string reading;  ///< 音 or 訓, in any kana
    std::optional<int> strokes;
    std::optional<int> radical;  ///< Kangxi, 1 to 214
    /// "J+8FBB" (住基ネット統一文字コード), "1-36-52" (JIS X 0213 plane, row and cell), "123450"
    /// (戸籍 統一文字番号) or "01234500" (登記統一文字番号).
    std::string code;
};

struct FoundCharacters {
    std::vector<fonts::MjCharacter> characters;  ///< at most as many as asked for
    std::size_t total = 0;
};

/// Finding "characters.bad-query" for a query that narrows nothing or is out of range.
Result<FoundCharacters> find_characters(const fonts::MjTable& table, const CharacterQuery& query,
                                        std::size_t most);

/// One character of a name, and every shape that is written for it: the shapes of its own code
/// point first, then those of the code points that names use for the same character (辺, 邊, 邉).
struct CharacterVariants {
    std::string written;  ///< as it stands in the name
    std::vector<fonts::MjCharacter> variants;
};
std::vector<CharacterVariants> find_variants(const fonts::MjTable& table, std::string_view name);

}  // namespace madoguchi::api
