#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "api/middleware/pipeline.h"
#include "templates/json/value.h"

namespace madoguchi::api::middleware {
namespace {

using http::Request;
using http::Response;
using http::Status;
using testing::HasSubstr;
using testing::Not;

struct Fixture {
    std::vector<std::string> lines;
    Pipeline pipeline =
        standard_pipeline([this](const std::string& line) { lines.push_back(line); });
    Request request;

    Fixture() {
        request.id = "request-1";
        request.method = http::Method::Post;
        request.route = "/v1/forms/{id}";
        request.segments = {"v1", "forms", "山田太郎"};
        request.query = {{"name", "辻"}};
        request.received = http::Clock::now();
    }
    Response answer(const http::Handler& handler) {
        Response response = pipeline.run(request, handler);
        pipeline.complete(request, response);
        return response;
    }
};

TEST(Pipeline, TurnsAnExceptionIntoABareProblem) {
    Fixture fixture;
    const Response response = fixture.answer(
        [](const Request&) -> Response { throw std::runtime_error("INSERT 山田太郎"); });
    EXPECT_EQ(response.status, Status::InternalServerError);
    EXPECT_THAT(std::string(response.text()), HasSubstr("urn:madoguchi:request:request-1"));
    EXPECT_THAT(std::string(response.text()), Not(HasSubstr("INSERT")));
    ASSERT_EQ(fixture.lines.size(), 2u);
    EXPECT_THAT(fixture.lines[0], HasSubstr("\"exception\":\"std::runtime_error\""));
    EXPECT_THAT(fixture.lines[0], Not(HasSubstr("山田")));
}

TEST(Pipeline, CatchesWhatIsNoExceptionEither) {
    Fixture fixture;
    const Response response = fixture.answer([](const Request&) -> Response { throw 1; });
    EXPECT_EQ(response.status, Status::InternalServerError);
}

TEST(Pipeline, RefusesCodedBodiesAndLateWorkBeforeTheHandler) {
    const http::Handler never = [](const Request&) -> Response {
        ADD_FAILURE() << "the handler was called";
        return {};
    };
    Fixture coded;
    coded.request.headers.add("content-encoding", "gzip");
    const Response refused = coded.answer(never);
    EXPECT_EQ(refused.status, Status::UnsupportedMediaType);
    ASSERT_NE(refused.headers.find("Accept-Encoding"), nullptr);
    EXPECT_THAT(std::string(refused.text()), HasSubstr("request.content-coding"));
    Fixture late;
    late.request.deadline = http::Clock::now() - std::chrono::seconds(1);
    EXPECT_EQ(late.answer(never).status, Status::GatewayTimeout);
}

TEST(Pipeline, LogsOneLineOfJsonWithoutAnythingOfAPerson) {
    Fixture fixture;
    fixture.request.body = "12345";
    fixture.answer([](const Request&) { return http::json_response("{}"); });
    ASSERT_EQ(fixture.lines.size(), 1u);
    const auto line = templates::json::read(fixture.lines[0], "line");
    ASSERT_TRUE(line) << fixture.lines[0];
    EXPECT_EQ(*line->find("method")->string(), "POST");
    EXPECT_EQ(*line->find("route")->string(), "/v1/forms/{id}");
    EXPECT_EQ(line->find("status")->number()->text, "200");
    EXPECT_EQ(*line->find("requestId")->string(), "request-1");
    EXPECT_EQ(line->find("bytesIn")->number()->text, "5");
    EXPECT_EQ(line->find("bytesOut")->number()->text, "2");
    EXPECT_NE(line->find("milliseconds")->number(), nullptr);
    EXPECT_THAT(fixture.lines[0], Not(HasSubstr("山田")));
    EXPECT_THAT(fixture.lines[0], Not(HasSubstr("辻")));
}

TEST(Pipeline, EchoesTheNumbersOfTheRequest) {
    Fixture fixture;
    fixture.request.correlation_id = "mine";
    const Response response =
        fixture.answer([](const Request&) { return http::json_response("{}"); });
    EXPECT_EQ(*response.headers.find("X-Request-Id"), "request-1");
    EXPECT_EQ(*response.headers.find("X-Correlation-Id"), "mine");
}

TEST(Pipeline, ForbidsTheBrowserWhatItMustNotDo) {
    Fixture fixture;
    const Response response =
        fixture.answer([](const Request&) { return http::pdf_response("%PDF"); });
    const std::string policy = *response.headers.find("Content-Security-Policy");
    EXPECT_THAT(policy, HasSubstr("script-src 'self';"));
    EXPECT_THAT(policy, HasSubstr("frame-ancestors 'none'"));
    EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
    EXPECT_EQ(*response.headers.find("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(*response.headers.find("Referrer-Policy"), "no-referrer");
    EXPECT_EQ(*response.headers.find("Cache-Control"), "no-store");
}

TEST(Pipeline, LeavesAFieldThatTheHandlerChose) {
    Fixture fixture;
    const Response response = fixture.answer([](const Request&) {
        Response kept = http::json_response("{}");
        kept.headers.add("cache-control", "no-cache");
        return kept;
    });
    EXPECT_EQ(response.headers.count("Cache-Control"), 1u);
    EXPECT_EQ(*response.headers.find("Cache-Control"), "no-cache");
}

}  // namespace
}  // namespace madoguchi::api::middleware
