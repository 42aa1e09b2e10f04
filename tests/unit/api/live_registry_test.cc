// A service that runs while the tenant's registry changes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "api/service.h"
#include "templates/json/value.h"

namespace madoguchi::api {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class LiveRegistry : public testing::Test {
  protected:
    LiveRegistry() {
        std::filesystem::create_directories(directory);
        put("tenant.json", R"({"id": "t", "name": "見本町"})");
    }
    ~LiveRegistry() override { std::filesystem::remove_all(directory); }

    /// As the store does it: a whole file takes the other's place.
    void put(const char* name, const std::string& content) const {
        std::ofstream(directory / "new", std::ios::binary) << content;
        std::filesystem::rename(directory / "new", directory / name);
    }
    void draw(const std::string& path) const {
        put("gaiji.json",
            R"({"family": "G", "glyphs": [{"code": "U+E000", "path": ")" + path + "\"}]}");
    }
    void open() {
        auto made =
            make_routes({.tenant = directory},
                        std::make_shared<std::atomic<http::Readiness>>(http::Readiness::Ready),
                        [this](const std::string& line) { log.push_back(line); });
        ASSERT_TRUE(made.ok()) << to_line(made.findings().front());
        routes = std::make_unique<http::Router>(std::move(made).value());
    }
    http::Response ask(http::Method method, std::vector<std::string> segments,
                       std::string body = {}) const {
        http::Request request{
            .method = method, .segments = std::move(segments), .body = std::move(body), .id = "t"};
        const http::RouteMatch match = routes->match(method, request.segments);
        if (!match.route) return {.status = http::Status::NotFound};
        request.parameters = match.parameters;
        return match.route->handler(request);
    }
    /// The character as it is drawn, or the problem.
    std::string picture() const {
        return std::string(
            ask(http::Method::Get, {"v1", "characters", "U+E000", "picture.svg"}).text());
    }
    /// A form with the character in a name.
    http::Response form() const {
        return ask(http::Method::Post, {"v1", "forms", "residence-change", "documents.svg"}, data);
    }

    const std::filesystem::path directory =
        std::filesystem::temp_directory_path() /
        (std::string("madoguchi-live-") +
         ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::vector<std::string> log;
    std::unique_ptr<http::Router> routes;
    std::string data;
};

constexpr const char* square = "M100 100H900V900H100Z";
constexpr const char* triangle = "M100 100H900V900Z";

TEST_F(LiveRegistry, ACharacterIsDrawnAsSoonAsItIsRegisteredReplacedOrRemoved) {
    open();
    const std::string unknown = picture();
    EXPECT_THAT(unknown, Not(HasSubstr("<svg")));
    draw(square);
    const std::string first = picture();
    EXPECT_THAT(first, HasSubstr("<svg"));
    draw(triangle);
    EXPECT_THAT(picture(), HasSubstr("<svg"));
    EXPECT_NE(picture(), first);
    put("gaiji.json", R"({"family": "G", "glyphs": []})");
    EXPECT_EQ(picture(), unknown);
    EXPECT_THAT(log, IsEmpty());
}

TEST_F(LiveRegistry, APreparedFormDoesNotGoStale) {
    std::ifstream stream(std::filesystem::path(MADOGUCHI_SOURCE_DIR) /
                         "templates/forms/residence-change/samples/2-moving-within.json");
    const std::string sample{std::istreambuf_iterator<char>(stream), {}};
    auto value = templates::json::read(sample, "sample").value();
    data = templates::json::write(*value.find("data"), templates::json::Layout::Compact);
    const std::size_t name = data.find("佐藤");
    ASSERT_NE(name, std::string::npos);
    data.insert(name, "\uE000");
    open();
    EXPECT_EQ(form().status, http::Status::UnprocessableContent);
    draw(square);
    const http::Response first = form();
    ASSERT_EQ(first.status, http::Status::Ok) << first.text();
    draw(triangle);
    const http::Response second = form();
    ASSERT_EQ(second.status, http::Status::Ok);
    EXPECT_NE(second.text(), first.text());
    draw(square);
    EXPECT_EQ(form().text(), first.text());
}

TEST_F(LiveRegistry, TheLastGoodOneStaysAndTheLogHearsOnce) {
    draw(square);
    open();
    const std::string good = picture();
    put("gaiji.json", "{");
    EXPECT_EQ(picture(), good);
    EXPECT_EQ(picture(), good);
    ASSERT_THAT(log, SizeIs(1));
    EXPECT_THAT(log[0], HasSubstr("gaiji.json"));
    std::filesystem::remove(directory / "gaiji.json");
    EXPECT_EQ(picture(), good);
    EXPECT_EQ(picture(), good);
    ASSERT_THAT(log, SizeIs(2));
    EXPECT_THAT(log[1], HasSubstr("tenant.registry-gone"));
    draw(triangle);
    EXPECT_THAT(picture(), HasSubstr("<svg"));
    EXPECT_NE(picture(), good);
    EXPECT_THAT(log, SizeIs(2));
}

TEST_F(LiveRegistry, ManyThreadsSeeOneShapeOrTheOther) {
    draw(triangle);
    open();
    const std::string other = picture();
    draw(square);
    const std::string one = picture();
    std::vector<std::thread> threads;
    std::array<int, 3> strange{};
    for (int& wrong : strange) {
        threads.emplace_back([&] {
            for (int i = 0; i < 20; ++i) {
                const std::string seen = picture();
                if (seen != one && seen != other) ++wrong;
            }
        });
    }
    for (int i = 0; i < 4; ++i)
        draw(i % 2 == 0 ? triangle : square);
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(strange, (std::array<int, 3>{}));
    EXPECT_EQ(picture(), one);
    EXPECT_THAT(log, IsEmpty());
}

}  // namespace
}  // namespace madoguchi::api
