#include "api/characters/set_facts.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "fonts/search_key.h"

namespace madoguchi::api {

namespace {

CharacterFacts facts_of(const fonts::CharacterSet& set, const fonts::SetCharacter& character,
                        const fonts::MjTable& table, const fonts::FaceSet& faces) {
    CharacterFacts facts;
    facts.set_name = fonts::set_character_name(set.description().prefix, character.number);
    facts.text = "&" + facts.set_name + ";";
    facts.set_code = describe_code_points(to_utf8(std::u32string{character.code}));
    facts.readings = character.readings;
    facts.strokes = character.strokes;
    if (character.radical) facts.radicals.push_back(std::to_string(*character.radical));
    for (const fonts::MjNumber number : character.substitutes) {
        const auto mj = table.by_number(number);
        if (!mj) continue;
        const std::string text = mj->text();
        facts.candidates.push_back({text, describe_code_points(text), "文字集合の一覧", 0});
    }
    Result<DrawnCharacter> drawn = draw_character(faces, facts.text);
    if (drawn.ok()) facts.drawn = std::move(drawn).value();
    return facts;
}

bool is_asked_for(const fonts::SetCharacter& character, const CharacterQuery& query,
                  const fonts::MjTable& table) {
    if (query.strokes && character.strokes != query.strokes) return false;
    if (query.radical && character.radical != query.radical) return false;
    if (query.reading.empty()) return true;
    const std::string wanted = fonts::search_key(query.reading, table);
    return std::any_of(
        character.readings.begin(), character.readings.end(),
        [&](const std::string& reading) { return fonts::search_key(reading, table) == wanted; });
}

}  // namespace

std::optional<CharacterFacts> facts_in_sets(std::string_view text, const CharacterSets& sets,
                                            const fonts::MjTable& table,
                                            const fonts::FaceSet& faces) {
    const std::string_view name = character_reference(text, 0);
    if (name.empty() || name.size() + 2 != text.size()) return std::nullopt;
    for (const auto& set : sets) {
        if (const fonts::SetCharacter* found = set->by_name(name))
            return facts_of(*set, *found, table, faces);
    }
    return std::nullopt;
}

std::vector<CharacterFacts> find_in_sets(const CharacterSets& sets, const CharacterQuery& query,
                                         const fonts::MjTable& table, const fonts::FaceSet& faces) {
    std::vector<CharacterFacts> found;
    if (!query.code.empty()) return found;
    for (const auto& set : sets) {
        for (const fonts::SetCharacter& character : set->characters()) {
            if (is_asked_for(character, query, table))
                found.push_back(facts_of(*set, character, table, faces));
        }
    }
    return found;
}

}  // namespace madoguchi::api
