#include "api/characters/gaiji_facts.h"

#include "base/utf8.h"
#include "fonts/search_key.h"

namespace madoguchi::api {

CharacterFacts facts_of(const fonts::GaijiEntry& entry, const fonts::FaceSet& faces) {
    CharacterFacts facts;
    facts.text = to_utf8(std::u32string{entry.code_point});
    facts.codes = describe_code_points(facts.text);
    facts.is_gaiji = true;
    facts.meaning = entry.meaning;
    facts.identified = write_gaiji_identity(entry.identity);
    if (!entry.reading.empty()) facts.readings.push_back(entry.reading);
    Result<DrawnCharacter> drawn = draw_character(faces, facts.text);
    if (drawn.ok()) facts.drawn = std::move(drawn).value();
    return facts;
}

const fonts::GaijiEntry* gaiji_in(const fonts::GaijiRegistry& registry, std::string_view text) {
    const std::u32string code_points = to_utf32(text);
    return code_points.size() == 1 ? registry.find(code_points.front()) : nullptr;
}

std::vector<const fonts::GaijiEntry*> find_gaiji(const fonts::GaijiRegistry& registry,
                                                 const fonts::MjTable& table,
                                                 const CharacterQuery& query) {
    std::vector<const fonts::GaijiEntry*> found;
    if (query.reading.empty() || query.strokes || query.radical || !query.code.empty())
        return found;
    const std::string wanted = fonts::search_key(query.reading, table);
    for (const fonts::GaijiEntry& entry : registry.entries()) {
        if (fonts::search_key(entry.reading, table) == wanted ||
            fonts::search_key(entry.meaning, table) == wanted)
            found.push_back(&entry);
    }
    return found;
}

}  // namespace madoguchi::api
