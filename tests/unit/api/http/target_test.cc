#include "api/http/target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace madoguchi::api::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Target, SplitsFirstAndDecodesThen) {
    const auto target = read_target("/v1/forms/%E8%BB%A2%E5%85%A5?q=%E8%BE%BB+1&q=2&flag");
    ASSERT_TRUE(target);
    EXPECT_THAT(target->segments, ElementsAre("v1", "forms", "転入"));
    EXPECT_THAT(target->query,
                ElementsAre(Parameter{"q", "辻 1"}, Parameter{"q", "2"}, Parameter{"flag", ""}));
}

TEST(Target, RootHasNoSegments) {
    const auto target = read_target("/");
    ASSERT_TRUE(target);
    EXPECT_THAT(target->segments, IsEmpty());
}

TEST(Target, TakesTheAbsoluteForm) {
    const auto target = read_target("http://host.example:80/healthz");
    ASSERT_TRUE(target);
    EXPECT_THAT(target->segments, ElementsAre("healthz"));
}

class RefusedTarget : public testing::TestWithParam<std::string> {};

TEST_P(RefusedTarget, IsAFinding) {
    const auto target = read_target(GetParam());
    ASSERT_FALSE(target) << GetParam();
    EXPECT_EQ(target.findings().front().code, "request.target");
}

INSTANTIATE_TEST_SUITE_P(Shapes, RefusedTarget,
                         testing::Values("", "*", "a", "//", "/a//b", "/a/", "/.", "/a/../b",
                                         "/%2e%2E/b", "/a%2Fb", "/a%5Cb", "/%", "/%4", "/%GG",
                                         "/%00", "/a%0Ab", "/%7F", "/%C0%AF", "/%E0%80%AF",
                                         "/%ED%A0%80", "/%FF", "/a?x=%C0%80", "/a?%zz"));

TEST(Target, LongOnesAreRefusedAsLong) {
    std::string deep;
    for (int i = 0; i < 17; ++i)
        deep += "/a";
    std::string asked = "/a?";
    for (int i = 0; i < 65; ++i)
        asked += "x=1&";
    for (const std::string& target : {"/" + std::string(9000, 'a'), deep, asked}) {
        const auto result = read_target(target);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.findings().front().code, "request.target-too-long");
    }
}

}  // namespace
}  // namespace madoguchi::api::http
