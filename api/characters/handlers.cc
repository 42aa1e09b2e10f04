#include "api/characters/handlers.h"

#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "api/characters/describe.h"
#include "api/characters/find.h"
#include "api/characters/gaiji_facts.h"
#include "api/characters/requests.h"
#include "api/characters/set_facts.h"
#include "api/characters/written.h"
#include "api/http/findings.h"
#include "api/http/problem.h"
#include "base/utf8.h"
#include "fonts/gaiji/reduce.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;
using http::Request;
using http::Response;

/// A screen shows no more at once; the total says that there are more.
constexpr std::size_t most_found = 200;
constexpr std::size_t body_limit = std::size_t{16} << 10;

Response problem(const Request& request, Diagnostics findings) {
    return to_response(http::findings_problem(std::move(findings)), request.id);
}

Response answer(json::Object object) {
    return http::json_response(json::write({std::move(object)}, json::Layout::Compact));
}

json::Value count(std::size_t number) {
    return {json::Number{std::to_string(number)}};
}

json::Array describe_all(const std::vector<fonts::MjCharacter>& characters,
                         const CharacterSource& source) {
    json::Array items;
    for (const fonts::MjCharacter& character : characters)
        items.push_back(describe(facts_of(character, *source.faces)));
    return items;
}

/// Of any text, the tenant's own characters among them.
CharacterFacts facts_in(const CharacterSource& source, const std::string& text) {
    const fonts::GaijiEntry* own = source.registry ? gaiji_in(*source.registry, text) : nullptr;
    if (own != nullptr) return facts_of(*own, *source.faces);
    auto of_set = facts_in_sets(text, source.sets, *source.table, *source.faces);
    return of_set ? *std::move(of_set) : facts_of(text, *source.table, *source.faces);
}

Result<std::string> one_character(const std::string& written, const CharacterSource& source) {
    std::string text = TRY(text_of_written(written, *source.table));
    if (count_graphemes(text) == 1) return text;
    return Diagnostic{
        .code = "characters.not-one",
        .message = {"1文字ではありません。", "This is not one character."},
        .hints = {{"1文字か、一つの番号・コードを入れてください。氏名は字形を並べる方で調"
                   "べられます。",
                   "Give one character, one name or one code."}}};
}

Result<json::Object> search(const SearchRequest& request, const CharacterSource& source) {
    if (!request.written.empty()) {
        const std::string text = TRY(one_character(request.written, source));
        json::Array only{describe(facts_in(source, text))};
        return json::Object{{"total", count(1)}, {"characters", {std::move(only)}}};
    }
    const FoundCharacters found = TRY(find_characters(*source.table, request.query, most_found));
    json::Array characters;
    if (source.registry) {
        for (const auto* entry : find_gaiji(*source.registry, *source.table, request.query))
            characters.push_back(describe(facts_of(*entry, *source.faces)));
    }
    for (const CharacterFacts& facts :
         find_in_sets(source.sets, request.query, *source.table, *source.faces))
        characters.push_back(describe(facts));
    const std::size_t total = found.total + characters.size();
    for (json::Value& character : describe_all(found.characters, source))
        characters.push_back(std::move(character));
    return json::Object{{"total", count(total)}, {"characters", {std::move(characters)}}};
}

/// The shapes of a character are many and their pictures large: each character is described once.
json::Object variants(const TextRequest& request, const CharacterSource& source) {
    json::Array items, places;
    std::map<std::string, std::size_t> known;
    for (const CharacterVariants& entry : find_variants(*source.table, request.text)) {
        const auto [place, is_new] = known.emplace(entry.written, items.size());
        places.push_back(count(place->second));
        if (!is_new) continue;
        items.push_back({json::Object{{"character", describe(facts_in(source, entry.written))},
                                      {"variants", {describe_all(entry.variants, source)}}}});
    }
    return {{"places", {std::move(places)}}, {"characters", {std::move(items)}}};
}

json::Value reduced(const ReductionRequest& request, const CharacterSource& source) {
    const fonts::ReductionChoices choices =
        source.registry ? fonts::recorded_choices(*source.registry, request.target)
                        : fonts::ReductionChoices();
    return describe(fonts::reduce(request.text, {.repertoire = fonts::repertoire(request.target),
                                                 .table = *source.table,
                                                 .tenant = source.tenant,
                                                 .choices = &choices,
                                                 .sets = source.sets}));
}

/// The answer is the same for as long as the service runs, and takes some hundred milliseconds.
class Coverage {
  public:
    explicit Coverage(CharacterSource source) : source_(std::move(source)) {}

    const std::string& text() {
        std::call_once(once_, [this] { text_ = compute(); });
        return text_;
    }

  private:
    std::string compute() const {
        const fonts::CoveredSet jis = fonts::cover_jis_x_0213(*source_.faces);
        const fonts::ReductionCoverage reduction =
            cover_reduction(fonts::repertoire(fonts::RepertoireName::JisX0213), *source_.table);
        json::Object object{{"jisX0213", describe(jis)}, {"reduction", describe(reduction)}};
        for (const fonts::FaceLink& link : source_.faces->chain()) {
            if (!link.face->glyph_by_name("MJ000001")) continue;
            const fonts::MjCoverage mj = cover_mj(*source_.faces, *link.face, *source_.table);
            object.push_back({"mj", describe(mj.characters)});
            object.push_back({"sequences", describe(mj.sequences)});
            break;
        }
        return json::write({std::move(object)}, json::Layout::Compact);
    }

    CharacterSource source_;
    std::once_flag once_;
    std::string text_;
};

/// A whole name has no place in a URL.
Result<DrawnCharacter> draw_written(const std::string& written, const CharacterSource& source) {
    const std::string text = TRY(one_character(written, source));
    return draw_character(*source.faces, text);
}

Response picture(const Request& request, const CharacterSource& source) {
    const Result<DrawnCharacter> drawn = draw_written(request.parameter("name"), source);
    if (drawn.ok()) return http::svg_response(svg_picture(*drawn));
    return to_response(http::standard_problem(http::Status::NotFound, drawn.findings().front()),
                       request.id);
}

}  // namespace

void mount_characters(http::Router& router, CharacterSource given) {
    using http::Method;
    const auto source = std::make_shared<const CharacterSource>(std::move(given));
    const http::RouteOptions json{.body_limit = body_limit, .media_types = {"application/json"}};
    router.add(
        Method::Post, "/v1/characters/search",
        [source](const Request& request) {
            auto wanted = read_search_request(request.body);
            if (!wanted.ok()) return problem(request, std::move(wanted).findings());
            auto found = search(*wanted, *source);
            if (!found.ok()) return problem(request, std::move(found).findings());
            return answer(std::move(found).value());
        },
        json);
    router.add(
        Method::Post, "/v1/characters/variants",
        [source](const Request& request) {
            auto wanted = read_text_request(request.body);
            if (!wanted.ok()) return problem(request, std::move(wanted).findings());
            return answer(variants(*wanted, *source));
        },
        json);
    router.add(
        Method::Post, "/v1/characters/reductions",
        [source](const Request& request) {
            auto wanted = read_reduction_request(request.body);
            if (!wanted.ok()) return problem(request, std::move(wanted).findings());
            return http::json_response(
                json::write(reduced(*wanted, *source), json::Layout::Compact));
        },
        json);
    const auto coverage = std::make_shared<Coverage>(*source);
    router.add(Method::Get, "/v1/characters/coverage",
               [coverage](const Request&) { return http::json_response(coverage->text()); });
    router.add(Method::Get, "/v1/characters/{name}/picture.svg",
               [source](const Request& request) { return picture(request, *source); });
}

}  // namespace madoguchi::api
