#include "api/characters/facts.h"

#include <array>
#include <cstdio>
#include <utility>

#include "base/utf8.h"
#include "fonts/character.h"

namespace madoguchi::api {

namespace {

using fonts::Collection;

std::string padded(std::uint32_t number, int width) {
    std::array<char, 16> digits;
    std::snprintf(digits.data(), digits.size(), "%0*u", width, number);
    return digits.data();
}

std::string hexadecimal(const char* prefix, std::uint32_t number) {
    std::array<char, 16> digits;
    std::snprintf(digits.data(), digits.size(), "%s%04X", prefix, number);
    return digits.data();
}

std::string written(const fonts::JisPosition& position) {
    const std::string cell = std::to_string(position.row) + '-' + std::to_string(position.cell);
    return position.plane == 0 ? cell : std::to_string(position.plane) + '-' + cell;
}

std::string_view collection_name(Collection collection) {
    switch (collection) {
        case Collection::MojiJoho:
            return "Moji_Joho";
        case Collection::AdobeJapan1:
            return "Adobe-Japan1";
        case Collection::HanyoDenshi:
            return "Hanyo-Denshi";
        case Collection::Standardised:
            return "Unicode";
    }
    return {};
}

std::string collection_of(std::string_view text, const fonts::MjTable& table) {
    const std::vector<fonts::Character> characters = fonts::parse_characters(text, table, "");
    if (characters.size() != 1) return {};
    const auto* sequenced = std::get_if<fonts::SequencedCharacter>(&characters.front());
    if (sequenced == nullptr || !sequenced->collection) return {};
    return std::string(collection_name(*sequenced->collection));
}

void add_register_codes(CharacterFacts& facts, const fonts::MjCharacter& character) {
    if (const auto place = character.jis_x_0213()) facts.jis_x_0213 = written(*place);
    facts.is_unified_there = character.unification() == fonts::Unification::Unified;
    if (const auto place = character.jis_x_0212()) facts.jis_x_0212 = written(*place);
    if (const auto number = character.family_register()) facts.family_register = padded(*number, 6);
    if (const auto number = character.estate_register()) facts.estate_register = padded(*number, 8);
    if (const auto code = character.resident_network())
        facts.resident_network = hexadecimal("J+", *code);
    if (const auto code = character.immigration()) facts.immigration = hexadecimal("", *code);
}

void add_dictionary_facts(CharacterFacts& facts, const fonts::MjCharacter& character) {
    facts.strokes = character.strokes();
    for (const fonts::RadicalStrokes& entry : character.radicals()) {
        std::string radical = std::to_string(entry.radical);
        if (entry.strokes) radical += '.' + std::to_string(*entry.strokes);
        facts.radicals.push_back(std::move(radical));
    }
    for (const std::string_view reading : character.readings())
        facts.readings.emplace_back(reading);
}

void add_candidates(CharacterFacts& facts, const fonts::MjCharacter& character) {
    for (const fonts::ReductionCandidate& candidate : character.candidates()) {
        const std::string text = to_utf8(std::u32string{candidate.code_point});
        facts.candidates.push_back({text, describe_code_points(text),
                                    std::string(ground_name(candidate.ground)), candidate.rank});
    }
}

void add_picture(CharacterFacts& facts, const fonts::FaceSet& faces) {
    Result<DrawnCharacter> drawn = draw_character(faces, facts.text);
    if (drawn.ok()) facts.drawn = std::move(drawn).value();
}

CharacterFacts known_facts(const fonts::MjCharacter& character) {
    CharacterFacts facts;
    facts.text = character.text();
    facts.mj = fonts::mj_name(character.number());
    if (const auto code_point = character.corresponding())
        facts.corresponding = describe_code_points(to_utf8(std::u32string{*code_point}));
    if (character.sequence()) {
        facts.collection = collection_name(Collection::MojiJoho);
    } else if (character.standardised_sequence()) {
        facts.collection = collection_name(Collection::Standardised);
    }
    add_register_codes(facts, character);
    add_dictionary_facts(facts, character);
    add_candidates(facts, character);
    return facts;
}

std::string codes_of(std::string_view text) {
    return character_reference(text, 0).empty() ? describe_code_points(text) : std::string();
}

}  // namespace

CharacterFacts facts_of(const fonts::MjCharacter& character, const fonts::FaceSet& faces) {
    CharacterFacts facts = known_facts(character);
    facts.codes = codes_of(facts.text);
    add_picture(facts, faces);
    return facts;
}

CharacterFacts facts_of(std::string_view text, const fonts::MjTable& table,
                        const fonts::FaceSet& faces) {
    const std::vector<fonts::Character> characters = fonts::parse_characters(text, table, "");
    const auto mj = characters.size() == 1 ? fonts::mj_character(characters.front(), table)
                                           : std::optional<fonts::MjCharacter>();
    CharacterFacts facts = mj ? known_facts(*mj) : CharacterFacts();
    // As it was given: 辻 alone and 辻 with its selector are one shape in two writings.
    facts.text = text;
    facts.codes = codes_of(text);
    facts.collection = collection_of(text, table);
    add_picture(facts, faces);
    return facts;
}

}  // namespace madoguchi::api
