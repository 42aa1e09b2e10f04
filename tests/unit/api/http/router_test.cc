#include "api/http/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace madoguchi::api::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Handler saying(std::string text) {
    return [text = std::move(text)](const Request&) { return json_response(text); };
}

Router forms_router() {
    Router router;
    router.add(Method::Get, "/", saying("root"));
    router.add(Method::Get, "/v1/forms", saying("list"));
    router.add(Method::Get, "/v1/forms/{id}", saying("one"));
    router.add(Method::Get, "/v1/forms/newest", saying("newest"));
    router.add(Method::Post, "/v1/forms/{id}/documents.pdf", saying("pdf"));
    return router;
}

std::string found(const Router& router, Method method, const std::vector<std::string>& path) {
    const RouteMatch match = router.match(method, path);
    return match.route ? std::string(match.route->handler({}).text()) : "";
}

TEST(Router, FindsLiteralsAndParameters) {
    const Router router = forms_router();
    EXPECT_EQ(found(router, Method::Get, {}), "root");
    EXPECT_EQ(found(router, Method::Get, {"v1", "forms"}), "list");
    EXPECT_EQ(found(router, Method::Get, {"v1", "forms", "idou"}), "one");
    EXPECT_EQ(found(router, Method::Get, {"v1", "forms", "newest"}), "newest");
    EXPECT_EQ(found(router, Method::Post, {"v1", "forms", "idou", "documents.pdf"}), "pdf");
}

TEST(Router, NamesWhatStoodForTheParameter) {
    const Router router = forms_router();
    const RouteMatch match = router.match(Method::Get, {"v1", "forms", "転入"});
    EXPECT_THAT(match.parameters, ElementsAre(Parameter{"id", "転入"}));
}

TEST(Router, AnswersHeadByGet) {
    EXPECT_EQ(found(forms_router(), Method::Head, {"v1", "forms"}), "list");
}

TEST(Router, SaysWhatIsAllowedWhereTheMethodIsNot) {
    const Router router = forms_router();
    const RouteMatch match = router.match(Method::Delete, {"v1", "forms"});
    EXPECT_EQ(match.route, nullptr);
    EXPECT_EQ(allow_field(match.allowed), "GET, HEAD, OPTIONS");
}

TEST(Router, KnowsNoMoreThanItsRoutes) {
    const Router router = forms_router();
    EXPECT_THAT(router.match(Method::Get, {"v1"}).allowed, IsEmpty());
    EXPECT_THAT(router.match(Method::Get, {"v2", "forms"}).allowed, IsEmpty());
    EXPECT_THAT(router.match(Method::Get, {"v1", "forms", "a", "b"}).allowed, IsEmpty());
}

}  // namespace
}  // namespace madoguchi::api::http
