#include "api/forms/handlers.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>

#include "api/forms/describe.h"
#include "api/forms/print.h"
#include "api/http/findings.h"
#include "api/http/problem.h"
#include "base/utf8.h"
#include "templates/text_check.h"

namespace madoguchi::api {

namespace {

using http::Request;
using http::Response;

constexpr std::size_t document_limit = std::size_t{1} << 20;
constexpr std::size_t batch_limit = std::size_t{24} << 20;

using WithForm = std::function<Response(const Request&, const render::PreparedForm&)>;

Response problem(const Request& request, Diagnostics findings) {
    return to_response(http::findings_problem(std::move(findings)), request.id);
}

/// An id that no form has is a place that does not exist.
Response no_form(const Request& request, Diagnostics findings) {
    return to_response(http::standard_problem(http::Status::NotFound, findings.front()),
                       request.id);
}

http::Handler with_form(std::shared_ptr<FormShelf> shelf, WithForm handler) {
    return [shelf = std::move(shelf), handler = std::move(handler)](const Request& request) {
        const std::string& id = request.parameter("id");
        auto known = shelf->catalogue().find(id);
        if (!known.ok()) return no_form(request, std::move(known).findings());
        auto form = shelf->prepared(id);
        if (!form.ok()) return problem(request, std::move(form).findings());
        return handler(request, **form);
    };
}

void count(Response& response, std::string name, std::size_t number) {
    response.headers.add(std::move(name), std::to_string(number));
}

Response pdf_answer(const Request& request, Result<PrintedPdf> printed) {
    if (!printed.ok()) return problem(request, std::move(printed).findings());
    Response response = http::pdf_response(std::move(printed->pdf));
    count(response, "Madoguchi-Warnings", printed->warnings.size());
    return response;
}

Response findings_answer(const Request& request, const render::PreparedForm& form) {
    std::string body = "{\"findings\":";
    http::append_findings(body, check_data(form, request.body));
    body += '}';
    return http::json_response(std::move(body));
}

/// Which of two values is meant, the client's own proxy may see differently.
Result<Done> check_said_once(const Request& request, std::string_view name) {
    const auto said = std::count_if(request.query.begin(), request.query.end(),
                                    [&](const http::Parameter& item) { return item.name == name; });
    if (said < 2) return Done{};
    return Diagnostic{
        .code = "request.repeated-query",
        .message = {"URL に " + std::string(name) + " が二度あります。一つにしてください。",
                    "The URL names " + std::string(name) + " twice; give one."}};
}

Response bad_query(const Request& request, const Diagnostics& findings) {
    return to_response(http::standard_problem(http::Status::BadRequest, findings.front()),
                       request.id);
}

Result<bool> flag_of(const Request& request, std::string_view name) {
    TRY(check_said_once(request, name));
    const std::string* value = request.query_value(name);
    if (value == nullptr || *value == "false") return false;
    if (*value == "true") return true;
    return Diagnostic{.code = "request.bad-query",
                      .message = {"URL の " + std::string(name) + " は true か false です。",
                                  "In the URL " + std::string(name) + " is true or false."}};
}

Result<std::string> watermark_of(const Request& request) {
    constexpr std::size_t most = 20;
    TRY(check_said_once(request, "watermark"));
    const std::string* value = request.query_value("watermark");
    if (value == nullptr) return std::string();
    const bool is_short = !find_invalid_utf8(*value) && !value->empty() &&
                          count_graphemes(*value) <= most && !templates::find_unprintable(*value) &&
                          value->find('\n') == value->npos;
    if (is_short) return *value;
    return Diagnostic{.code = "request.bad-query",
                      .message = {"URL の watermark は印字できる1～20字です。",
                                  "In the URL watermark is 1 to 20 printable characters."}};
}

Result<PdfWishes> read_wishes(const Request& request) {
    PdfWishes wishes;
    wishes.tagged = TRY(flag_of(request, "tagged"));
    wishes.attach_data = TRY(flag_of(request, "attachData"));
    wishes.data_only = TRY(flag_of(request, "dataOnly"));
    wishes.watermark = TRY(watermark_of(request));
    return wishes;
}

/// 0 for what is not a number: no document has such a sheet.
std::size_t sheet_number(const Request& request) {
    const std::string* text = request.query_value("sheet");
    if (!text) return 1;
    std::size_t number = 0;
    const char* end = text->data() + text->size();
    const auto parsed = std::from_chars(text->data(), end, number);
    return parsed.ec == std::errc() && parsed.ptr == end ? number : 0;
}

Response svg_answer(const Request& request, const render::PreparedForm& form) {
    const Result<Done> once = check_said_once(request, "sheet");
    if (!once.ok()) return bad_query(request, once.findings());
    Result<DrawnSheet> drawn = draw_sheet(form, request.body, sheet_number(request));
    if (!drawn.ok()) return problem(request, std::move(drawn).findings());
    Response response = http::svg_response(std::move(drawn->svg));
    count(response, "Madoguchi-Sheets", drawn->sheets);
    count(response, "Madoguchi-Warnings", drawn->warnings);
    return response;
}

Response read_form(const Request& request, const FormShelf& shelf) {
    auto entry = shelf.catalogue().find(request.parameter("id"));
    if (!entry.ok()) return no_form(request, std::move(entry).findings());
    return http::json_response(describe_form(**entry));
}

}  // namespace

void mount_forms(http::Router& router, std::shared_ptr<FormShelf> shelf) {
    using http::Method;
    const http::RouteOptions json{.body_limit = document_limit,
                                  .media_types = {"application/json"}};
    const http::RouteOptions lines{.body_limit = batch_limit,
                                   .media_types = {"application/jsonl", "application/x-ndjson"},
                                   .deadline = std::chrono::seconds(60)};
    router.add(Method::Get, "/v1/forms", [shelf](const Request&) {
        return http::json_response(describe_forms(shelf->catalogue()));
    });
    router.add(Method::Get, "/v1/forms/{id}",
               [shelf](const Request& request) { return read_form(request, *shelf); });
    router.add(Method::Post, "/v1/forms/{id}/documents.pdf",
               with_form(shelf,
                         [](const Request& request, const render::PreparedForm& form) {
                             const Result<PdfWishes> wishes = read_wishes(request);
                             if (!wishes.ok()) return bad_query(request, wishes.findings());
                             return pdf_answer(request, print_pdf(form, request.body, *wishes));
                         }),
               json);
    router.add(Method::Post, "/v1/forms/{id}/documents.svg", with_form(shelf, svg_answer), json);
    router.add(Method::Post, "/v1/forms/{id}/findings", with_form(shelf, findings_answer), json);
    router.add(Method::Post, "/v1/forms/{id}/batches",
               with_form(shelf,
                         [](const Request& request, const render::PreparedForm& form) {
                             return pdf_answer(request, print_batch(form, request.body));
                         }),
               lines);
}

}  // namespace madoguchi::api
