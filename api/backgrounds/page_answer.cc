#include "api/backgrounds/page_answer.h"

#include <charconv>
#include <utility>

#include "api/http/findings.h"
#include "templates/base64.h"
#include "templates/drawing_code.h"
#include "templates/json/value.h"

namespace madoguchi::api {

namespace {

using templates::json::Value;

constexpr std::size_t most_findings = 100;
constexpr std::size_t longest_text = 1000;

bool is_believable(const Diagnostic& finding) {
    return finding.code.starts_with("background.") && finding.code.size() < 64 &&
           finding.message.ja.size() < longest_text && finding.message.en.size() < longest_text;
}

std::optional<Diagnostics> findings_of(const Value& answer) {
    const Value* list = answer.find("findings");
    if (list == nullptr || list->array() == nullptr || list->array()->size() > most_findings)
        return std::nullopt;
    std::optional<Diagnostics> findings = http::read_findings(*list->array());
    for (std::size_t i = 0; findings && i < findings->size(); ++i) {
        if (!is_believable((*findings)[i])) return std::nullopt;
    }
    return findings;
}

std::optional<templates::Drawing> drawing_of(const std::string& text) {
    const std::optional<Bytes> bytes = templates::decode_base64(text);
    return bytes ? templates::decode_drawing(*bytes) : std::nullopt;
}

std::size_t pages_of(const Value& answer) {
    const Value* value = answer.find("pages");
    std::size_t pages = 0;
    if (value == nullptr || value->number() == nullptr) return 0;
    const std::string& text = value->number()->text;
    std::from_chars(text.data(), text.data() + text.size(), pages);
    return pages;
}

}  // namespace

std::string write_page_answer(const Result<ReadPage>& answer) {
    std::string out = "{";
    if (answer.ok()) {
        out += "\"pages\":" + std::to_string(answer->pages) + ",\"drawing\":\"" +
               templates::encode_base64(templates::encode_drawing(answer->drawing)) + "\",";
    }
    out += "\"findings\":";
    http::append_findings(out, answer.ok() ? answer->warnings : answer.findings());
    return out + "}";
}

std::optional<Result<ReadPage>> read_page_answer(std::string_view text) {
    const auto answer = templates::json::read(text, "answer");
    if (!answer.ok()) return std::nullopt;
    std::optional<Diagnostics> findings = findings_of(*answer);
    if (!findings) return std::nullopt;
    const Value* drawing = answer->find("drawing");
    if (drawing == nullptr) {
        if (!has_errors(*findings)) return std::nullopt;
        return Result<ReadPage>(*std::move(findings));
    }
    if (drawing->string() == nullptr || has_errors(*findings)) return std::nullopt;
    std::optional<templates::Drawing> drawn = drawing_of(*drawing->string());
    if (!drawn) return std::nullopt;
    return Result<ReadPage>(ReadPage{*std::move(drawn), pages_of(*answer), *std::move(findings)});
}

}  // namespace madoguchi::api
