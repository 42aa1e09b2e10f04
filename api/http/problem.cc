#include "api/http/problem.h"

#include <array>
#include <string_view>

#include "api/http/findings.h"
#include "templates/json/value.h"

namespace madoguchi::api::http {
namespace {

using templates::json::append_string;

struct StandardWords {
    Status status;
    std::string_view code, ja, en;
};

constexpr std::array standard_words{
    StandardWords{Status::BadRequest, "request.malformed", "リクエストの形式が正しくありません。",
                  "The request is malformed."},
    StandardWords{Status::NotFound, "request.not-found", "お探しのものは見つかりません。",
                  "There is nothing at this address."},
    StandardWords{Status::MethodNotAllowed, "request.method", "この URL ではその操作はできません。",
                  "This address does not take that method."},
    StandardWords{Status::RequestTimeout, "request.timeout",
                  "リクエストが時間内に届きませんでした。", "The request did not arrive in time."},
    StandardWords{Status::LengthRequired, "request.length", "本文の長さがわかりません。",
                  "The length of the body is not known."},
    StandardWords{Status::ContentTooLarge, "request.body-too-large",
                  "送られたデータが大きすぎます。", "The body is too large."},
    StandardWords{Status::UriTooLong, "request.target-too-long", "URL が長すぎます。",
                  "The URL is too long."},
    StandardWords{Status::UnsupportedMediaType, "request.media-type",
                  "送られたデータの種類（Content-Type）は受け付けられません。",
                  "The media type of the body is not accepted here."},
    StandardWords{Status::ExpectationFailed, "request.expectation",
                  "Expect の指定には応じられません。", "The expectation cannot be met."},
    StandardWords{Status::HeaderFieldsTooLarge, "request.header-too-large",
                  "リクエストヘッダーが大きすぎます。", "The header section is too large."},
    StandardWords{
        Status::InternalServerError, "service.internal",
        "処理中に問題が起きました。システム担当者に受付番号（instance）をお伝えください。",
        "Something went wrong. Please give the number (instance) to your administrator."},
    StandardWords{Status::NotImplemented, "request.not-implemented",
                  "この方式のリクエストには対応していません。",
                  "This kind of request is not supported."},
    StandardWords{Status::ServiceUnavailable, "service.busy",
                  "ただいま混み合っています。しばらくしてからもう一度お試しください。",
                  "The service is busy. Please try again shortly."},
    StandardWords{Status::GatewayTimeout, "service.deadline", "時間内に処理が終わりませんでした。",
                  "The work did not finish in time."},
    StandardWords{Status::VersionNotSupported, "request.version",
                  "この HTTP のバージョンには対応していません。",
                  "This version of HTTP is not supported."},
};

void append_text(std::string& out, std::string_view name, const PublicText& text) {
    if (text.text.ja.empty()) return;
    out += ",\"";
    out += name;
    out += "\":";
    append_string(out, text.text.ja);
    out += ",\"";
    out += name;
    out += "En\":";
    append_string(out, text.text.en);
}

}  // namespace

Response to_response(const Problem& problem, const std::string& request_id) {
    std::string out = "{\"type\":";
    append_string(out, "urn:madoguchi:problem:" + problem.code);
    out += ",\"status\":" + std::to_string(code_of(problem.status));
    append_text(out, "title", problem.title);
    append_text(out, "detail", problem.detail);
    out += ",\"instance\":";
    append_string(out, "urn:madoguchi:request:" + request_id);
    if (!problem.findings.empty()) {
        out += ",\"findings\":";
        append_findings(out, problem.findings);
    }
    out += '}';
    Response response = make_response(problem.status, "application/problem+json", std::move(out));
    response.headers.add("Content-Language", "ja");
    if (problem.status == Status::ServiceUnavailable) response.headers.add("Retry-After", "2");
    response.note = problem.log;
    return response;
}

Problem findings_problem(Diagnostics findings) {
    return {.status = Status::UnprocessableContent,
            .code = "findings",
            .title = {"入力に確認が必要な箇所があります。", "Some input needs attention."},
            .findings = std::move(findings)};
}

Problem standard_problem(Status status) {
    for (const StandardWords& words : standard_words) {
        if (words.status != status) continue;
        return {.status = status,
                .code = std::string(words.code),
                .title = {std::string(words.ja), std::string(words.en)}};
    }
    return standard_problem(Status::InternalServerError);
}

Problem standard_problem(Status status, const Diagnostic& reason) {
    Problem problem = standard_problem(status);
    problem.code = reason.code;
    problem.detail = PublicText(reason.message);
    return problem;
}

}  // namespace madoguchi::api::http
