#include "api/characters/file_handlers.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "api/characters/reduction_words.h"
#include "api/forms/print.h"
#include "api/http/findings.h"
#include "api/http/problem.h"
#include "base/utf8.h"
#include "templates/json/value.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;
using http::Request;
using http::Response;

constexpr std::size_t file_limit = std::size_t{16} << 20;

struct Files {
    ConversionMeans means;
    std::filesystem::path tenant;
};

Response problem(const Request& request, Diagnostics findings) {
    return to_response(http::findings_problem(std::move(findings)), request.id);
}

std::string word(const Request& request, std::string_view name, std::string otherwise) {
    const std::string* value = request.query_value(name);
    return value ? *value : std::move(otherwise);
}

ByteSource bytes_of(const std::string& body) {
    return [&body, at = std::size_t{0}](std::span<char> into) mutable {
        const std::size_t size = body.copy(into.data(), into.size(), at);
        at += size;
        return Result<std::size_t>(size);
    };
}

/// A link over HTTP is one of the tenant's own, by its name: a request names no file.
Result<std::filesystem::path> named_link(const Request& request, const Files& files) {
    const std::string name = word(request, "link", "");
    const bool is_name =
        name.find('/') == std::string::npos && !name.starts_with('.') && !name.ends_with(".json");
    const std::filesystem::path file = link_file(name, files.tenant);
    std::error_code error;
    if (name.empty() || (is_name && std::filesystem::is_regular_file(file, error))) return file;
    return Diagnostic{
        .code = "link.unknown",
        .message = {"その名前の連携先はありません。", "There is no link of that name."},
        .hints = {{"自治体のフォルダーの links/ に、名前.json として置いてください。",
                   "Put it into the tenant's folder links/."}}};
}

Result<PreparedConversion> prepare(const Request& request, const Files& files) {
    std::filesystem::path link = TRY(named_link(request, files));
    return prepare_conversion({.from = word(request, "from", "utf-8"),
                               .to = word(request, "to", "utf-8"),
                               .link = std::move(link),
                               .input_name = std::string(request_body_name)},
                              files.means);
}

Response convert_body(const Request& request, const Files& files) {
    auto prepared = prepare(request, files);
    if (!prepared.ok()) return problem(request, std::move(prepared).findings());
    std::string converted;
    const auto report =
        convert(prepared->settings, bytes_of(request.body), [&](std::string_view bytes) {
            converted += bytes;
            return Result<Done>(Done{});
        });
    if (!report.ok()) return problem(request, report.findings());
    if (!report->whole()) return problem(request, report->findings);
    Response response =
        http::make_response(http::Status::Ok, "application/octet-stream", std::move(converted));
    response.headers.add("Madoguchi-Warnings", std::to_string(report->findings.size()));
    return response;
}

json::Value number(std::size_t count) {
    return {json::Number{std::to_string(count)}};
}

std::string outcome_of(const Fate& fate) {
    if (stops(fate.kind)) return "no-substitute";
    return fate.kind == FateKind::Replaced ? std::string(outcome_word(fate.reduced->outcome))
                                           : "kept";
}

json::Value describe_seen(const SeenCharacter& seen) {
    json::Object object{{"original", {seen.character}},
                        {"codes", {describe_code_points(seen.character)}},
                        {"outcome", {outcome_of(seen.fate)}}};
    if (seen.fate.kind == FateKind::Replaced) {
        object.push_back({"replacement", {seen.fate.text}});
        object.push_back({"ground", {ground_in_japanese(*seen.fate.reduced)}});
    }
    object.push_back({"count", number(seen.count)});
    object.push_back({"record", number(seen.first.record.record)});
    object.push_back({"offset", number(seen.first.offset)});
    return {std::move(object)};
}

Result<ConversionReport> check_file(const Request& request, const Files& files) {
    PreparedConversion prepared = TRY(prepare_conversion(
        {.from = word(request, "from", "utf-8"), .input_name = std::string(request_body_name)},
        files.means));
    CharacterRuleSettings& rules = prepared.settings.rules;
    rules.target = fonts::parse_repertoire_name(word(request, "target", ""));
    if (!rules.target)
        return Diagnostic{
            .code = "characters.unknown-target",
            .message = {"target は jisx0208、jisx0213、jpki、cp932、ascii-kana のどれか"
                        "にしてください。",
                        "target must name one of the known repertoires."}};
    const std::shared_ptr<const fonts::MjTable> table = TRY(files.means.table());
    rules.table = table.get();
    rules.installed = TRY(files.means.sets());
    if (files.means.tenant.registry)
        rules.choices = fonts::recorded_choices(*files.means.tenant.registry, *rules.target);
    return check(prepared.settings, bytes_of(request.body));
}

Response check_body(const Request& request, const Files& files) {
    const auto report = check_file(request, files);
    if (!report.ok()) return problem(request, report.findings());
    if (report->faults > 0) return problem(request, report->findings);
    json::Array characters;
    for (const SeenCharacter& seen : report->seen) {
        if (seen.fate.kind != FateKind::Kept) characters.push_back(describe_seen(seen));
    }
    const json::Value answer{json::Object{{"characters", number(report->characters)},
                                          {"replaced", number(report->replaced)},
                                          {"withoutSubstitute", number(report->stopped)},
                                          {"changed", {std::move(characters)}}}};
    return http::json_response(json::write(answer, json::Layout::Compact));
}

}  // namespace

void mount_character_files(http::Router& router, ConversionMeans means,
                           std::filesystem::path tenant) {
    const auto files = std::make_shared<const Files>(Files{std::move(means), std::move(tenant)});
    const http::RouteOptions options{.body_limit = file_limit,
                                     .media_types = {"application/octet-stream"},
                                     .deadline = std::chrono::seconds(60)};
    router.add(
        http::Method::Post, "/v1/characters/conversions",
        [files](const Request& request) { return convert_body(request, *files); }, options);
    router.add(
        http::Method::Post, "/v1/characters/checks",
        [files](const Request& request) { return check_body(request, *files); }, options);
}

}  // namespace madoguchi::api
