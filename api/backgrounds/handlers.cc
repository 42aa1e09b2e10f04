#include "api/backgrounds/handlers.h"

#include <charconv>
#include <utility>

#include "api/http/findings.h"
#include "api/http/problem.h"
#include "templates/write.h"

namespace madoguchi::api {

namespace {

using http::Request;
using http::Response;

/// 1 when nothing is said; 0, which no file has, for what is no number.
std::size_t page_number(const Request& request) {
    const std::string* text = request.query_value("page");
    if (text == nullptr) return 1;
    std::size_t number = 0;
    const char* end = text->data() + text->size();
    const auto read = std::from_chars(text->data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? number : 0;
}

Response import_body(const Request& request, const PageReader& reader) {
    Result<ReadPage> page = import_background(request.body, page_number(request), reader);
    if (!page.ok())
        return to_response(http::findings_problem(std::move(page).findings()), request.id);
    std::string body = "{\"pages\":" + std::to_string(page->pages) + ",\"findings\":";
    http::append_findings(body, page->warnings);
    body += ",\"element\":";
    body += templates::write_element(background_element("background", *std::move(page), {}));
    return http::json_response(body + '}');
}

}  // namespace

void mount_backgrounds(http::Router& router, PageReader reader) {
    router.add(http::Method::Post, "/v1/backgrounds",
               [reader = std::move(reader)](const Request& request) {
                   return import_body(request, reader);
               },
               {.body_limit = largest_background_pdf,
                .media_types = {"application/pdf"},
                .deadline = std::chrono::seconds(60)});
}

}  // namespace madoguchi::api
