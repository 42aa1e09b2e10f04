// The service's routes without a port: requests as values in, answers as values out.

#include "api/service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "api/places.h"
#include "templates/json/value.h"

namespace madoguchi::api {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

const std::filesystem::path source_dir = MADOGUCHI_SOURCE_DIR;

std::string read(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

templates::json::Value parse(std::string_view text) {
    auto value = templates::json::read(text, "answer");
    EXPECT_TRUE(value.ok()) << text;
    return value.ok() ? std::move(value).value() : templates::json::Value{};
}

std::vector<std::string> split(const std::string& path) {
    std::vector<std::string> segments;
    std::size_t start = 1;
    while (start < path.size()) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        segments.push_back(path.substr(start, end - start));
        start = end + 1;
    }
    return segments;
}

/// The data of a shipped sample as a client would send them.
std::string sample_body(const std::string& form, const std::string& name) {
    const auto sample = parse(read(source_dir / "templates/forms" / form / "samples" / name));
    return templates::json::write(*sample.find("data"), templates::json::Layout::Compact);
}

class Service : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        auto made =
            make_routes({.tenant = find_places().demonstration_tenant},
                        std::make_shared<std::atomic<http::Readiness>>(http::Readiness::Ready));
        ASSERT_TRUE(made.ok()) << to_line(made.findings().front());
        routes = std::make_unique<http::Router>(std::move(made).value());
    }
    static void TearDownTestSuite() { routes.reset(); }

    static http::Response ask(http::Method method, const std::string& path, std::string body = {},
                              std::vector<http::Parameter> query = {}) {
        http::Request request{.method = method,
                              .segments = split(path),
                              .query = std::move(query),
                              .body = std::move(body),
                              .id = "test"};
        const http::RouteMatch match = routes->match(method, request.segments);
        if (!match.route) return {.status = http::Status::NotFound};
        request.parameters = match.parameters;
        return match.route->handler(request);
    }
    static std::string header(const http::Response& response, std::string_view name) {
        const std::string* value = response.headers.find(name);
        return value ? *value : std::string();
    }

    static std::unique_ptr<http::Router> routes;
};

std::unique_ptr<http::Router> Service::routes;

TEST_F(Service, AnswersEveryPathThatItsDescriptionNames) {
    const http::Response description = ask(http::Method::Get, "/openapi.json");
    ASSERT_EQ(description.status, http::Status::Ok);
    const auto document = parse(description.text());
    ASSERT_NE(document.find("paths"), nullptr);
    int operations = 0;
    for (const auto& path : *document.find("paths")->object()) {
        for (const auto& operation : *path.value.object()) {
            if (operation.name == "parameters") continue;
            const http::Method method =
                operation.name == "get" ? http::Method::Get : http::Method::Post;
            EXPECT_NE(routes->match(method, split(path.name)).route, nullptr)
                << operation.name << path.name;
            const std::string* summary = operation.value.find("summary")->string();
            EXPECT_THAT(*summary, HasSubstr(" / ")) << "in Japanese and in English: " << path.name;
            ++operations;
        }
    }
    EXPECT_EQ(operations, 17);
}

TEST_F(Service, ListsFormsAndDescribesOne) {
    const auto list = parse(ask(http::Method::Get, "/v1/forms").text());
    EXPECT_EQ(list.find("forms")->array()->size(), 13u);
    const auto form = parse(ask(http::Method::Get, "/v1/forms/residence-change").text());
    EXPECT_EQ(*form.find("title")->string(), "住民異動届");
    EXPECT_EQ(*form.find("fields")->array()->front().find("name")->string(), "届出年月日");
    EXPECT_EQ(form.find("samples")->array()->size(), 4u);
    EXPECT_THAT(ask(http::Method::Get, "/v1/forms/resident-record-copy").text(),
                HasSubstr(R"("minimum":1,"maximum":99,"decimals":0)"));
    EXPECT_EQ(ask(http::Method::Get, "/v1/forms/unknown").status, http::Status::NotFound);
}

/// Screens begin with a described sample and send it back.
TEST_F(Service, PrintsEverySampleThatItDescribes) {
    const auto list = parse(ask(http::Method::Get, "/v1/forms").text());
    for (const auto& form : *list.find("forms")->array()) {
        const std::string place = "/v1/forms/" + *form.find("id")->string();
        const auto described = parse(ask(http::Method::Get, place).text());
        for (const auto& sample : *described.find("samples")->array()) {
            const std::string data =
                templates::json::write(*sample.find("data"), templates::json::Layout::Compact);
            EXPECT_EQ(ask(http::Method::Post, place + "/documents.svg", data).status,
                      http::Status::Ok)
                << place << ' ' << *sample.find("title")->string();
        }
    }
}

TEST_F(Service, PrintsAPersonAsPdfAndAsSvg) {
    const std::string body = sample_body("residence-change", "1-moving-in.json");
    const http::Response pdf =
        ask(http::Method::Post, "/v1/forms/residence-change/documents.pdf", body);
    ASSERT_EQ(pdf.status, http::Status::Ok);
    EXPECT_EQ(pdf.content_type, "application/pdf");
    EXPECT_THAT(std::string(pdf.text()), StartsWith("%PDF-1.7"));
    EXPECT_EQ(header(pdf, "Madoguchi-Warnings"), "0");
    const http::Response svg =
        ask(http::Method::Post, "/v1/forms/residence-change/documents.svg", body);
    ASSERT_EQ(svg.status, http::Status::Ok);
    EXPECT_EQ(svg.content_type, "image/svg+xml");
    EXPECT_EQ(header(svg, "Madoguchi-Sheets"), "1");
    EXPECT_THAT(std::string(svg.text()), HasSubstr("渡\u9089\U000e010f"));
}

TEST_F(Service, PrintsATaggedPdfWithItsDataWhenAsked) {
    const std::string body = sample_body("residence-change", "1-moving-in.json");
    const std::string path = "/v1/forms/residence-change/documents.pdf";
    const auto pdf = [&](std::vector<http::Parameter> query) {
        return std::string(ask(http::Method::Post, path, body, std::move(query)).text());
    };
    EXPECT_THAT(pdf({{"tagged", "true"}}),
                AllOf(HasSubstr("<pdfuaid:part>1<"), HasSubstr("/StructTreeRoot")));
    EXPECT_THAT(pdf({{"attachData", "true"}}),
                AllOf(HasSubstr("<pdfaid:part>3<"), HasSubstr("/EmbeddedFile")));
    EXPECT_EQ(pdf({{"tagged", "false"}, {"attachData", "false"}}), pdf({}));
    EXPECT_THAT(pdf({{"tagged", "yes"}}), HasSubstr("request.bad-query"));
    EXPECT_THAT(pdf({{"tagged", "true"}, {"tagged", "false"}}),
                HasSubstr("request.repeated-query"));
}

TEST_F(Service, DrawsTheSheetThatIsAskedFor) {
    const std::string body = sample_body("residence-change", "3-eight-members.json");
    const std::string path = "/v1/forms/residence-change/documents.svg";
    const http::Response second = ask(http::Method::Post, path, body, {{"sheet", "2"}});
    EXPECT_EQ(second.status, http::Status::Ok);
    EXPECT_EQ(header(second, "Madoguchi-Sheets"), "2");
    const http::Response two =
        ask(http::Method::Post, path, body, {{"sheet", "1"}, {"sheet", "2"}});
    EXPECT_EQ(two.status, http::Status::BadRequest);
    EXPECT_THAT(std::string(two.text()), HasSubstr("request.repeated-query"));
    for (const char* sheet : {"0", "3", "-1", "x", "99999999999999999999"}) {
        const http::Response none = ask(http::Method::Post, path, body, {{"sheet", sheet}});
        EXPECT_EQ(none.status, http::Status::UnprocessableContent) << sheet;
        EXPECT_THAT(std::string(none.text()), HasSubstr("document.no-such-sheet"));
    }
}

TEST_F(Service, FindingsAreAProblemDocument) {
    const http::Response answer = ask(
        http::Method::Post, "/v1/forms/seal-registration/documents.pdf", R"({"申請区分": "贈与"})");
    EXPECT_EQ(answer.status, http::Status::UnprocessableContent);
    EXPECT_EQ(answer.content_type, "application/problem+json");
    const auto problem = parse(answer.text());
    EXPECT_GE(problem.find("findings")->array()->size(), 3u);
    EXPECT_EQ(problem.find("status")->number()->text, "422");
    // What a person typed is not repeated.
    EXPECT_THAT(std::string(answer.text()), testing::Not(HasSubstr("贈与")));
}

TEST_F(Service, SaysWhoseCounterItIs) {
    const auto tenant = parse(ask(http::Method::Get, "/v1/tenant").text());
    EXPECT_EQ(*tenant.find("id")->string(), "demonstration");
    EXPECT_EQ(*tenant.find("name")->string(), "架空県みなと市（見本）");
}

TEST_F(Service, SaysWhichFieldIsEnteredInSeveralLines) {
    const auto form = parse(ask(http::Method::Get, "/v1/forms/residence-change").text());
    const templates::json::Value& remarks = form.find("fields")->array()->back();
    EXPECT_EQ(*remarks.find("name")->string(), "備考");
    ASSERT_NE(remarks.find("multiline"), nullptr);
    EXPECT_EQ(form.find("fields")->array()->front().find("multiline"), nullptr);
}

std::vector<std::string> findings_of(const http::Response& answer) {
    EXPECT_EQ(answer.status, http::Status::Ok);
    EXPECT_EQ(answer.content_type, "application/json");
    const auto document = parse(answer.text());
    std::vector<std::string> lines;
    for (const auto& finding : *document.find("findings")->array())
        lines.push_back(*finding.find("severity")->string() + " " +
                        *finding.find("code")->string());
    return lines;
}

TEST_F(Service, ChecksDataWithoutADocument) {
    const std::string path = "/v1/forms/residence-change/findings";
    const std::string good = sample_body("residence-change", "2-moving-within.json");
    EXPECT_THAT(findings_of(ask(http::Method::Post, path, good)), testing::IsEmpty());
    const std::string more = good.substr(0, good.size() - 1) + R"(,"予備":"1"})";
    EXPECT_THAT(findings_of(ask(http::Method::Post, path, more)),
                testing::ElementsAre("warning data.unknown-member"));
    EXPECT_THAT(findings_of(ask(http::Method::Post, path, R"({"届出年月日":"2026-04-03"})")),
                testing::Contains("error data.required"));
    EXPECT_THAT(findings_of(ask(http::Method::Post, path, "{")),
                testing::ElementsAre(StartsWith("error json.")));
    EXPECT_EQ(ask(http::Method::Post, "/v1/forms/unknown/findings", good).status,
              http::Status::NotFound);
}

TEST_F(Service, ABatchPrintsAllOrNone) {
    const std::string good = sample_body("residence-change", "2-moving-within.json");
    const std::string path = "/v1/forms/residence-change/batches";
    const http::Response pdf = ask(http::Method::Post, path, good + "\n" + good + "\n");
    EXPECT_EQ(pdf.status, http::Status::Ok);
    EXPECT_THAT(std::string(pdf.text()), StartsWith("%PDF-1.7"));
    const http::Response refused = ask(http::Method::Post, path, good + "\n{\n");
    EXPECT_EQ(refused.status, http::Status::UnprocessableContent);
    EXPECT_THAT(std::string(refused.text()), HasSubstr("\"line\":2"));
    EXPECT_THAT(std::string(ask(http::Method::Post, path, "\n").text()), HasSubstr("batch.empty"));
}

TEST_F(Service, FindsCharactersAndTheirVariants) {
    const auto found = parse(
        ask(http::Method::Post, "/v1/characters/search", R"({"written": "MJ025760"})").text());
    const auto& character = found.find("characters")->array()->front();
    EXPECT_EQ(*character.find("text")->string(), "辻\U000E0102");
    EXPECT_EQ(*character.find("picture")->find("glyph")->string(), "mj025760");
    const auto variants =
        parse(ask(http::Method::Post, "/v1/characters/variants", R"({"text": "渡邉"})").text());
    ASSERT_EQ(variants.find("characters")->array()->size(), 2u);
    EXPECT_GT((*variants.find("characters")->array())[1].find("variants")->array()->size(), 15u);
    const http::Response two =
        ask(http::Method::Post, "/v1/characters/search", R"({"written": "渡邉"})");
    EXPECT_THAT(std::string(two.text()), HasSubstr("characters.not-one"));
    const http::Response refused =
        ask(http::Method::Post, "/v1/characters/search", R"({"code": "?"})");
    EXPECT_EQ(refused.status, http::Status::UnprocessableContent);
    EXPECT_THAT(std::string(refused.text()), HasSubstr("characters.bad-query"));
}

TEST_F(Service, AnswersTheVariantsOfEachCharacterOnce) {
    const auto bytes_of = [&](const std::string& name) {
        return ask(http::Method::Post, "/v1/characters/variants", R"({"text": ")" + name + "\"}")
            .text()
            .size();
    };
    const auto found =
        parse(ask(http::Method::Post, "/v1/characters/variants", R"({"text": "辻渡辻"})").text());
    const auto& characters = *found.find("characters")->array();
    ASSERT_EQ(characters.size(), 2u);
    EXPECT_EQ(*characters[0].find("character")->find("text")->string(), "辻");
    EXPECT_EQ(*characters[1].find("character")->find("text")->string(), "渡");
    std::string places;
    for (const auto& place : *found.find("places")->array())
        places += place.number()->text;
    EXPECT_EQ(places, "010");
    std::string long_name;
    for (int i = 0; i < 100; ++i)
        long_name += "邉";
    EXPECT_EQ(bytes_of(long_name), bytes_of("邉") + 99 * std::string(",0").size());
}

TEST_F(Service, FindsTheTenantsOwnCharactersToo) {
    const auto found = parse(
        ask(http::Method::Post, "/v1/characters/search", R"({"reading": "ハタケヤマ"})").text());
    const auto& character = found.find("characters")->array()->front();
    EXPECT_EQ(*character.find("text")->string(), "\uE000");
    EXPECT_EQ(*character.find("gaiji")->boolean(), true);
    EXPECT_NE(character.find("picture"), nullptr);
    const auto variants =
        parse(ask(http::Method::Post, "/v1/characters/variants", R"({"text": "\uE000"})").text());
    const auto& shown = variants.find("characters")->array()->front();
    EXPECT_NE(shown.find("character")->find("meaning"), nullptr);
}

TEST_F(Service, ReducesATextAndSaysOnWhatGround) {
    const auto reduced = parse(ask(http::Method::Post, "/v1/characters/reductions",
                                   R"({"text": "髙", "target": "jisx0208"})")
                                   .text());
    const auto& character = reduced.find("characters")->array()->front();
    EXPECT_EQ(*character.find("outcome")->string(), "replaced");
    EXPECT_EQ(*character.find("replacement")->string(), "高");
    EXPECT_NE(character.find("ground"), nullptr);
    const auto stopped = parse(ask(http::Method::Post, "/v1/characters/reductions",
                                   R"({"text": "\uE000", "target": "jisx0213"})")
                                   .text());
    EXPECT_EQ(stopped.find("text"), nullptr);
}

TEST_F(Service, ConvertsAndChecksFiles) {
    const auto convert = [](const std::string& body, std::vector<http::Parameter> query) {
        return ask(http::Method::Post, "/v1/characters/conversions", body, std::move(query));
    };
    const http::Response done = convert("\x93\x63", {{"from", "cp932"}});
    ASSERT_EQ(done.status, http::Status::Ok);
    EXPECT_EQ(done.text(), "田");
    const http::Response stopped = convert("辻\U000E0102", {{"to", "cp932"}});
    EXPECT_EQ(stopped.status, http::Status::UnprocessableContent);
    EXPECT_THAT(std::string(stopped.text()), HasSubstr("charset.not-in-code"));
    EXPECT_THAT(std::string(convert("x", {{"to", "cp99"}}).text()), HasSubstr("charset.unknown"));
    for (const char* link : {"none", "../tenant", "/etc/passwd", "gaiji.json"})
        EXPECT_THAT(std::string(convert("x", {{"to", "link"}, {"link", link}}).text()),
                    HasSubstr("link.unknown"))
            << link;
    const auto report = parse(
        ask(http::Method::Post, "/v1/characters/checks", "髙山\uE000", {{"target", "jisx0208"}})
            .text());
    EXPECT_EQ(report.find("characters")->number()->text, "3");
    EXPECT_EQ(report.find("replaced")->number()->text, "1");
    EXPECT_EQ(report.find("withoutSubstitute")->number()->text, "1");
    EXPECT_EQ(report.find("changed")->array()->size(), 2u);
}

TEST_F(Service, DrawsOneCharacterButNoName) {
    const http::Response picture =
        ask(http::Method::Get, "/v1/characters/U+8FBB+E0102/picture.svg");
    EXPECT_EQ(picture.content_type, "image/svg+xml");
    EXPECT_THAT(std::string(picture.text()), StartsWith("<svg"));
    for (const char* path :
         {"/v1/characters/山田/picture.svg", "/v1/characters/MJ999999/picture.svg"})
        EXPECT_EQ(ask(http::Method::Get, path).status, http::Status::NotFound) << path;
}

TEST_F(Service, CountsWhatTheFontsDraw) {
    const auto coverage = parse(ask(http::Method::Get, "/v1/characters/coverage").text());
    EXPECT_EQ(coverage.find("mj")->find("drawn")->number()->text, "58862");
    EXPECT_EQ(coverage.find("sequences")->find("total")->number()->text, "11382");
}

}  // namespace
}  // namespace madoguchi::api
