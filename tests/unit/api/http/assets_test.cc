#include "api/http/assets.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace madoguchi::api::http {
namespace {

namespace fs = std::filesystem;

class Assets : public testing::Test {
  protected:
    void SetUp() override {
        directory_ = fs::temp_directory_path() / ("assets-" + std::to_string(getpid()));
        write("index.html", "<p>窓口</p>");
        write("assets/app-1a2b.js", "export {};");
        write(".hidden.js", "no");
        write("notes.exe", "no");
        fs::create_symlink("/etc/hostname", directory_ / "link.txt");
        auto assets = load_assets(directory_);
        ASSERT_TRUE(assets);
        mount_assets(router_, *assets);
    }
    void TearDown() override { fs::remove_all(directory_); }

    void write(const std::string& name, const std::string& content) {
        fs::create_directories((directory_ / name).parent_path());
        std::ofstream(directory_ / name) << content;
    }
    Response get(const std::vector<std::string>& path, const std::string& known = "") {
        const RouteMatch match = router_.match(Method::Get, path);
        if (!match.route) return make_response(Status::NotFound, "", "");
        Request request;
        if (!known.empty()) request.headers.add("If-None-Match", known);
        return match.route->handler(request);
    }

    fs::path directory_;
    Router router_;
};

TEST_F(Assets, AreServedWithTheirTypes) {
    EXPECT_EQ(get({}).text(), "<p>窓口</p>");
    EXPECT_EQ(get({"index.html"}).content_type, "text/html; charset=utf-8");
    EXPECT_EQ(get({"assets", "app-1a2b.js"}).content_type, "text/javascript; charset=utf-8");
}

TEST_F(Assets, AreNotSentAgainWhenKnown) {
    const Response first = get({"index.html"});
    const std::string etag = *first.headers.find("ETag");
    EXPECT_EQ(get({"index.html"}, etag).status, Status::NotModified);
    EXPECT_EQ(get({"index.html"}, "\"other\"").status, Status::Ok);
}

TEST_F(Assets, KeepForEverOnlyWhatIsNamedByItsHash) {
    EXPECT_EQ(*get({"index.html"}).headers.find("Cache-Control"), "no-cache");
    EXPECT_NE(get({"assets", "app-1a2b.js"}).headers.find("Cache-Control")->find("immutable"),
              std::string::npos);
}

TEST_F(Assets, ServeNothingElse) {
    for (const char* name : {".hidden.js", "notes.exe", "link.txt", "..", "absent.js"}) {
        EXPECT_EQ(get({name}).status, Status::NotFound) << name;
    }
}

TEST(LoadAssets, SaysWhenTheDirectoryIsNotThere) {
    const auto assets = load_assets("/nonexistent/studio");
    ASSERT_FALSE(assets);
    EXPECT_EQ(assets.findings().front().code, "assets.unreadable");
}

}  // namespace
}  // namespace madoguchi::api::http
