#include "api/characters/describe.h"

#include <utility>

#include "api/characters/reduction_words.h"
#include "base/units.h"
#include "base/utf8.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;

json::Value number(std::size_t count) {
    return {json::Number{std::to_string(count)}};
}

json::Value decimal(double value) {
    std::string text;
    append_decimal(text, value, 4);
    return {json::Number{std::move(text)}};
}

void add(json::Object& object, std::string name, json::Value value) {
    object.push_back({std::move(name), std::move(value)});
}

void add_text(json::Object& object, std::string name, const std::string& text) {
    if (!text.empty()) add(object, std::move(name), {text});
}

json::Value list_of(const std::vector<std::string>& texts) {
    json::Array items;
    for (const std::string& text : texts)
        items.push_back({text});
    return {std::move(items)};
}

json::Value describe_candidates(const std::vector<CharacterFacts::Candidate>& candidates) {
    json::Array items;
    for (const CharacterFacts::Candidate& candidate : candidates) {
        json::Object item;
        add_text(item, "text", candidate.text);
        add_text(item, "codes", candidate.codes);
        add_text(item, "ground", candidate.ground);
        if (candidate.rank > 0) add(item, "rank", number(static_cast<std::size_t>(candidate.rank)));
        items.push_back({std::move(item)});
    }
    return {std::move(items)};
}

json::Value describe_picture(const DrawnCharacter& drawn) {
    json::Object picture;
    add(picture, "path", {drawn.path});
    add(picture, "advance", decimal(drawn.advance));
    add_text(picture, "face", drawn.face_name);
    add_text(picture, "glyph", drawn.glyph_name);
    return {std::move(picture)};
}

json::Value describe_reduced(const fonts::ReducedCharacter& character) {
    json::Object item;
    add_text(item, "original", character.original);
    add_text(item, "codes", describe_code_points(character.original));
    add_text(item, "outcome", std::string(outcome_word(character.outcome)));
    add_text(item, "replacement", character.replacement);
    add_text(item, "ground", ground_in_japanese(character));
    json::Array alternatives;
    for (const fonts::ReductionCandidate& candidate : character.alternatives)
        alternatives.push_back({to_utf8(std::u32string{candidate.code_point})});
    if (!alternatives.empty()) add(item, "alternatives", {std::move(alternatives)});
    return {std::move(item)};
}

}  // namespace

json::Value describe(const CharacterFacts& facts) {
    json::Object object;
    add_text(object, "text", facts.text);
    add_text(object, "codes", facts.codes);
    add_text(object, "mj", facts.mj);
    add_text(object, "setName", facts.set_name);
    add_text(object, "setCode", facts.set_code);
    add_text(object, "collection", facts.collection);
    add_text(object, "corresponding", facts.corresponding);
    add_text(object, "jisX0213", facts.jis_x_0213);
    if (!facts.jis_x_0213.empty()) add(object, "unified", {facts.is_unified_there});
    add_text(object, "jisX0212", facts.jis_x_0212);
    add_text(object, "familyRegister", facts.family_register);
    add_text(object, "estateRegister", facts.estate_register);
    add_text(object, "residentNetwork", facts.resident_network);
    add_text(object, "immigration", facts.immigration);
    if (facts.strokes) add(object, "strokes", number(static_cast<std::size_t>(*facts.strokes)));
    if (!facts.radicals.empty()) add(object, "radicals", list_of(facts.radicals));
    if (!facts.readings.empty()) add(object, "readings", list_of(facts.readings));
    if (facts.is_gaiji) add(object, "gaiji", {true});
    add_text(object, "meaning", facts.meaning);
    add_text(object, "identified", facts.identified);
    if (!facts.candidates.empty()) add(object, "candidates", describe_candidates(facts.candidates));
    if (facts.drawn) add(object, "picture", describe_picture(*facts.drawn));
    return {std::move(object)};
}

json::Value describe(const fonts::Reduction& reduction) {
    json::Object object;
    if (reduction.text) add(object, "text", {*reduction.text});
    json::Array characters;
    for (const fonts::ReducedCharacter& character : reduction.characters)
        characters.push_back(describe_reduced(character));
    add(object, "characters", {std::move(characters)});
    return {std::move(object)};
}

json::Value describe(const fonts::CoveredSet& set) {
    json::Object object;
    add(object, "total", number(set.total));
    add(object, "drawn", number(set.drawn));
    json::Object faces;
    for (const auto& [face, count] : set.by_face)
        add(faces, face, number(count));
    add(object, "faces", {std::move(faces)});
    add(object, "missing", list_of(set.missing));
    return {std::move(object)};
}

json::Value describe(const fonts::ReductionCoverage& coverage) {
    json::Array by_list;
    for (const fonts::MjNumber character : coverage.kept_by_list)
        by_list.push_back({fonts::mj_name(character)});
    return {json::Object{{"total", number(coverage.total)},
                         {"kept", number(coverage.kept + coverage.kept_by_list.size())},
                         {"keptByList", {std::move(by_list)}},
                         {"replaced", number(coverage.replaced)},
                         {"unified", number(coverage.unified)},
                         {"noSubstitute", number(coverage.no_substitute)},
                         {"noCandidate", number(coverage.no_candidate)},
                         {"oneCandidate", number(coverage.one_candidate)},
                         {"severalCandidates", number(coverage.several_candidates)}}};
}

}  // namespace madoguchi::api
