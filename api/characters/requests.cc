#include "api/characters/requests.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <utility>

#include "api/forms/print.h"
#include "base/utf8.h"
#include "templates/json/value.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;

/// A small object whose members are all known and of the right kind.
class Body {
  public:
    static Result<Body> read(std::string_view source) {
        json::Value root = TRY(json::read(source, std::string(request_body_name),
                                          {.bytes = 1 << 20, .depth = 4, .values = 100}));
        return Body(std::move(root));
    }

    void allow_only(std::initializer_list<std::string_view> names) {
        if (root_.object() == nullptr) return report("", "{ } で囲んだ項目", "an object");
        for (const json::Member& member : *root_.object()) {
            if (std::find(names.begin(), names.end(), member.name) == names.end())
                report(member.name, "知られている項目だけ", "known members only");
        }
    }

    std::string text(std::string_view name) {
        const json::Value* member = root_.find(name);
        if (member == nullptr) return {};
        if (const std::string* found = member->string()) return *found;
        report(name, "文字列", "a text");
        return {};
    }

    std::optional<int> number(std::string_view name) {
        const json::Value* member = root_.find(name);
        if (member == nullptr) return std::nullopt;
        int value = 0;
        if (const json::Number* found = member->number()) {
            const char* end = found->text.data() + found->text.size();
            const auto parsed = std::from_chars(found->text.data(), end, value);
            if (parsed.ec == std::errc() && parsed.ptr == end) return value;
        }
        report(name, "整数", "a whole number");
        return std::nullopt;
    }

    void report(std::string_view name, const std::string& wanted_ja, const std::string& wanted_en) {
        Diagnostic finding{.code = "request.malformed",
                           .message = {"ここには" + wanted_ja + "を書いてください。",
                                       "The body needs " + wanted_en + " here."}};
        finding.origin.data_pointer = name.empty() ? std::string() : json::pointer_step(name);
        findings_.push_back(std::move(finding));
    }

    bool sound() const { return findings_.empty(); }
    Diagnostics take_findings() { return std::move(findings_); }

  private:
    explicit Body(json::Value root) : root_(std::move(root)) {}

    json::Value root_;
    Diagnostics findings_;
};

std::string read_text(Body& body) {
    std::string text = body.text("text");
    if (body.sound() && (text.empty() || count_graphemes(text) > longest_text)) {
        const std::string most = std::to_string(longest_text);
        body.report("text", "1～" + most + "字の文字列", "a text of 1 to " + most + " characters");
    }
    return text;
}

}  // namespace

Result<SearchRequest> read_search_request(std::string_view source) {
    Body body = TRY(Body::read(source));
    body.allow_only({"reading", "strokes", "radical", "code", "written"});
    SearchRequest request{.query = {.reading = body.text("reading"),
                                    .strokes = body.number("strokes"),
                                    .radical = body.number("radical"),
                                    .code = body.text("code")},
                          .written = body.text("written")};
    const CharacterQuery& query = request.query;
    const bool narrows =
        !query.reading.empty() || query.strokes || query.radical || !query.code.empty();
    if (!request.written.empty() && narrows)
        body.report("written", "文字か、探す条件のどちらか一方",
                    "a character or a search, not both");
    if (!body.sound()) return body.take_findings();
    return request;
}

Result<TextRequest> read_text_request(std::string_view source) {
    Body body = TRY(Body::read(source));
    body.allow_only({"text"});
    TextRequest request{read_text(body)};
    if (!body.sound()) return body.take_findings();
    return request;
}

Result<ReductionRequest> read_reduction_request(std::string_view source) {
    Body body = TRY(Body::read(source));
    body.allow_only({"text", "target"});
    ReductionRequest request{.text = read_text(body)};
    const auto target = fonts::parse_repertoire_name(body.text("target"));
    if (target) request.target = *target;
    if (!target && body.sound())
        body.report("target", "jisx0208、jisx0213、jpki、cp932、ascii-kana のどれか",
                    "one of the known repertoires");
    if (!body.sound()) return body.take_findings();
    return request;
}

}  // namespace madoguchi::api
