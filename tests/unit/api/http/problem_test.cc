#include "api/http/problem.h"

#include <gtest/gtest.h>

#include "templates/json/value.h"

namespace madoguchi::api::http {
namespace {

namespace json = templates::json;

json::Value parse(const Response& response) {
    auto value = json::read(response.text(), "problem");
    EXPECT_TRUE(value) << response.text();
    return std::move(value).value();
}

std::string text_of(const json::Value& object, std::string_view name) {
    const json::Value* value = object.find(name);
    return value && value->string() ? *value->string() : "";
}

Diagnostic missing_glyph() {
    return {.code = "character.no-glyph",
            .message = {"この文字の字形がありません。", "There is no glyph for this character."},
            .origin = {.template_pointer = "/pages/0/elements/3/text",
                       .element_id = "name",
                       .data_pointer = "/異動者/0/氏名",
                       .character = CharacterPlace{"邉\U000E01EF", "U+9089 U+E01EF", 1},
                       .source = SourcePlace{"data.json", 3, 14, 52}},
            .hints = {{"文字を確認してください。", "Check the character."}}};
}

TEST(Problem, HasTheMembersOfTheStandardInBothLanguages) {
    const Response response = to_response(standard_problem(Status::NotFound), "id-1");
    EXPECT_EQ(response.status, Status::NotFound);
    EXPECT_EQ(response.content_type, "application/problem+json");
    const json::Value problem = parse(response);
    EXPECT_EQ(text_of(problem, "type"), "urn:madoguchi:problem:request.not-found");
    EXPECT_EQ(problem.find("status")->number()->text, "404");
    EXPECT_EQ(text_of(problem, "title"), "お探しのものは見つかりません。");
    EXPECT_EQ(text_of(problem, "titleEn"), "There is nothing at this address.");
    EXPECT_EQ(text_of(problem, "instance"), "urn:madoguchi:request:id-1");
    EXPECT_EQ(problem.find("findings"), nullptr);
}

TEST(Problem, EveryRefusalOfTheServerHasWordsOfItsOwn) {
    for (const Status status :
         {Status::BadRequest, Status::NotFound, Status::MethodNotAllowed, Status::RequestTimeout,
          Status::ContentTooLarge, Status::UriTooLong, Status::UnsupportedMediaType,
          Status::ExpectationFailed, Status::HeaderFieldsTooLarge, Status::NotImplemented,
          Status::ServiceUnavailable, Status::GatewayTimeout, Status::VersionNotSupported}) {
        EXPECT_EQ(standard_problem(status).status, status);
        EXPECT_NE(standard_problem(status).code, "service.internal");
    }
}

TEST(Problem, CarriesAllThatAFindingKnows) {
    const Response response =
        to_response(findings_problem({missing_glyph(), {.severity = Severity::Warning}}), "id");
    EXPECT_EQ(response.status, Status::UnprocessableContent);
    const json::Value problem = parse(response);
    const json::Array& findings = *problem.find("findings")->array();
    ASSERT_EQ(findings.size(), 2u);
    const json::Value& finding = findings[0];
    EXPECT_EQ(text_of(finding, "severity"), "error");
    EXPECT_EQ(text_of(finding, "code"), "character.no-glyph");
    EXPECT_EQ(text_of(*finding.find("message"), "ja"), "この文字の字形がありません。");
    EXPECT_EQ(text_of(*finding.find("message"), "en"), "There is no glyph for this character.");
    EXPECT_EQ(text_of(finding, "templatePointer"), "/pages/0/elements/3/text");
    EXPECT_EQ(text_of(finding, "element"), "name");
    EXPECT_EQ(text_of(finding, "pointer"), "/異動者/0/氏名");
    EXPECT_EQ(text_of(*finding.find("character"), "codePoints"), "U+9089 U+E01EF");
    EXPECT_EQ(finding.find("source")->find("column")->number()->text, "14");
    EXPECT_EQ(text_of((*finding.find("hints")->array())[0], "en"), "Check the character.");
    EXPECT_EQ(text_of(findings[1], "severity"), "warning");
    EXPECT_EQ(findings[1].find("character"), nullptr);
}

TEST(Problem, AWholeFileHasNoLine) {
    Diagnostic finding{.code = "input.unreadable"};
    finding.origin.source = SourcePlace{.file = "a.json"};
    const json::Value problem = parse(to_response(findings_problem({finding}), "id"));
    const json::Value& source = *(*problem.find("findings")->array())[0].find("source");
    EXPECT_EQ(text_of(source, "file"), "a.json");
    EXPECT_EQ(source.find("line"), nullptr);
}

TEST(Problem, KeepsWhatIsForTheLogOutOfTheDocument) {
    Problem problem = standard_problem(Status::InternalServerError);
    problem.log = LogText("row of 山田太郎");
    const Response response = to_response(problem, "id");
    EXPECT_EQ(response.text().find("山田"), std::string_view::npos);
    EXPECT_EQ(response.note.masked(), "row of ****");
}

TEST(LogText, MasksNamesNumbersAndLineEnds) {
    EXPECT_EQ(LogText("code 123, 宛名 1234567\n辻\U000E0102 x").masked(), "code 123, ** * ** x");
    EXPECT_EQ(LogText("").masked(), "");
}

TEST(WriteHead, LetsNoValueBeginAFieldOfItsOwn) {
    Response response = json_response("{}");
    response.headers.add("X-Name", "a\r\nSet-Cookie: b");
    const std::string head = write_head(response, "today", "close");
    EXPECT_EQ(head.find("\nSet-Cookie"), std::string::npos);
    EXPECT_NE(head.find("X-Name: a  Set-Cookie: b\r\n"), std::string::npos);
    EXPECT_NE(head.find("Content-Length: 2\r\n"), std::string::npos);
}

TEST(HttpDate, IsTheOneOfTheStandard) {
    EXPECT_EQ(http_date(std::chrono::system_clock::from_time_t(784111777)),
              "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
}  // namespace madoguchi::api::http
