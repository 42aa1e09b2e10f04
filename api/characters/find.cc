#include "api/characters/find.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/utf8.h"
#include "fonts/character.h"
#include "fonts/search_key.h"

namespace madoguchi::api {

namespace {

using fonts::MjCharacter;
using fonts::MjTable;

template <typename Number>
std::optional<Number> parse_number(std::string_view text, int base = 10) {
    Number value{};
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value, base);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
    return value;
}

/// "1-36-52"
std::optional<fonts::JisPosition> parse_position(std::string_view text) {
    std::array<int, 3> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t end = std::min(text.find('-'), text.size());
        const auto part = parse_number<int>(text.substr(0, end));
        if (!part || (i < 2) == (end == text.size())) return std::nullopt;
        parts[i] = *part;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return fonts::JisPosition{parts[0], parts[1], parts[2]};
}

/// A code of a register as a question about one character.
class CodeFilter {
  public:
    static std::optional<CodeFilter> parse(std::string_view text) {
        CodeFilter filter;
        if (text.starts_with("J+") || text.starts_with("j+")) {
            filter.number_ = parse_number<std::uint32_t>(text.substr(2), 16);
            filter.kind_ = Kind::ResidentNetwork;
        } else if ((filter.position_ = parse_position(text))) {
            return filter;
        } else {
            filter.number_ = parse_number<std::uint32_t>(text);
            filter.kind_ = text.size() == 8 ? Kind::EstateRegister : Kind::FamilyRegister;
            if (text.size() != 8 && text.size() != 6) filter.number_.reset();
        }
        return filter.number_ ? std::optional(filter) : std::nullopt;
    }

    bool holds(const MjCharacter& character) const {
        if (position_) return character.jis_x_0213() == position_;
        switch (kind_) {
            case Kind::ResidentNetwork:
                return character.resident_network() == number_;
            case Kind::EstateRegister:
                return character.estate_register() == number_;
            case Kind::FamilyRegister:
                return character.family_register() == number_;
        }
        return false;
    }

  private:
    enum class Kind { ResidentNetwork, FamilyRegister, EstateRegister };
    Kind kind_ = Kind::FamilyRegister;
    std::optional<std::uint32_t> number_;
    std::optional<fonts::JisPosition> position_;
};

bool has_radical(const MjCharacter& character, int radical) {
    const auto radicals = character.radicals();
    return std::any_of(radicals.begin(), radicals.end(), [&](const fonts::RadicalStrokes& entry) {
        return entry.radical == radical;
    });
}

Diagnostic bad_query(BilingualText what) {
    return {.code = "characters.bad-query",
            .message = std::move(what),
            .hints = {{"読み（ひらがな）、総画数、部首の番号（1～214）、住基ネット統一文字コード"
                       "（J+8FBB）、面区点（1-36-52）、戸籍統一文字番号（6けた）、登記統一文字番号"
                       "（8けた）で探せます。",
                       "Search by reading, strokes, radical, or the code of a register."}}};
}

bool is_possible(const CharacterQuery& query) {
    const auto inside = [](std::optional<int> value, int most) {
        return !value || (*value >= 1 && *value <= most);
    };
    return inside(query.strokes, 200) && inside(query.radical, 214);
}

std::vector<MjCharacter> all_of_list(const MjTable& table) {
    std::vector<MjCharacter> all;
    all.reserve(table.size());
    for (std::size_t i = 0; i < table.size(); ++i)
        all.push_back(table[i]);
    return all;
}

/// The list has 訓読み in hiragana and 音読み in katakana; which of them somebody knows, nobody
/// asks.
std::vector<MjCharacter> read_as(std::string_view reading, const MjTable& table) {
    const std::string katakana = fonts::search_key(reading, table);
    std::string hiragana;
    for (const char32_t c : to_utf32(katakana))
        append_utf8(hiragana, c >= U'ァ' && c <= U'ヶ' ? c - (U'ァ' - U'ぁ') : c);
    std::vector<MjCharacter> found = table.read_as(hiragana);
    for (const MjCharacter& character : table.read_as(katakana)) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const MjCharacter& one) {
            return one.number() == character.number();
        });
        if (!known) found.push_back(character);
    }
    std::sort(found.begin(), found.end(),
              [](const MjCharacter& x, const MjCharacter& y) { return x.number() < y.number(); });
    return found;
}

void add_unless_there(std::vector<MjCharacter>& variants, const MjCharacter& character) {
    const bool known = std::any_of(
        variants.begin(), variants.end(),
        [&](const MjCharacter& variant) { return variant.number() == character.number(); });
    if (!known) variants.push_back(character);
}

/// The code point a character of a name is a shape of.
std::optional<char32_t> base_of(const fonts::Character& character, const MjTable& table) {
    if (const auto mj = fonts::mj_character(character, table)) {
        if (mj->corresponding()) return mj->corresponding();
        return mj->code_point();
    }
    if (const auto* coded = std::get_if<fonts::CodedCharacter>(&character))
        return coded->code_points.front();
    if (const auto* sequenced = std::get_if<fonts::SequencedCharacter>(&character))
        return sequenced->sequence.base;
    return std::nullopt;
}

void add_related(const MjTable& table, char32_t base, std::vector<MjCharacter>& variants) {
    const char32_t fold = table.name_fold(base);
    for (const char32_t related : table.folded_to(fold)) {
        for (const MjCharacter& shape : table.shapes_of(related))
            add_unless_there(variants, shape);
    }
}

}  // namespace

Result<FoundCharacters> find_characters(const MjTable& table, const CharacterQuery& query,
                                        std::size_t most) {
    const bool narrows =
        !query.reading.empty() || query.strokes || query.radical || !query.code.empty();
    if (!narrows) return bad_query({"探す条件がありません。", "Nothing to search by."});
    if (!is_possible(query))
        return bad_query({"画数または部首の番号が範囲にありません。",
                          "The strokes or the radical are out of range."});
    const auto code = CodeFilter::parse(query.code);
    if (!query.code.empty() && !code)
        return bad_query({"コードの書き方がわかりません。", "The code is not understood."});
    FoundCharacters found;
    const auto candidates =
        query.reading.empty() ? all_of_list(table) : read_as(query.reading, table);
    for (const MjCharacter& character : candidates) {
        if (query.strokes && character.strokes() != query.strokes) continue;
        if (query.radical && !has_radical(character, *query.radical)) continue;
        if (code && !code->holds(character)) continue;
        if (found.total++ < most) found.characters.push_back(character);
    }
    return found;
}

std::vector<CharacterVariants> find_variants(const MjTable& table, std::string_view name) {
    std::vector<CharacterVariants> found;
    for (const fonts::Character& character : fonts::parse_characters(name, table, "")) {
        CharacterVariants entry{fonts::write_character(character), {}};
        if (const auto mj = fonts::mj_character(character, table)) entry.variants.push_back(*mj);
        if (const auto base = base_of(character, table)) {
            for (const MjCharacter& shape : table.shapes_of(*base))
                add_unless_there(entry.variants, shape);
            add_related(table, *base, entry.variants);
        }
        found.push_back(std::move(entry));
    }
    return found;
}

}  // namespace madoguchi::api
