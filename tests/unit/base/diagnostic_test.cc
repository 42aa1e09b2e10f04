#include "base/diagnostic.h"

#include <gtest/gtest.h>

#include "base/result.h"

namespace madoguchi {
namespace {

Result<int> half(int n) {
    if (n % 2 != 0) return Diagnostic{.code = "odd", .message = {"奇数です", "the number is odd"}};
    return n / 2;
}

Result<int> quarter(int n) {
    const int once = TRY(half(n));
    return half(once);
}

TEST(Result, TryReturnsTheFindingsOfTheFirstFailure) {
    EXPECT_EQ(*quarter(8), 2);
    ASSERT_FALSE(quarter(6).ok());
    EXPECT_EQ(quarter(6).findings().front().code, "odd");
}

TEST(Diagnostic, LineNamesPlaceAndHints) {
    Diagnostic finding{
        .severity = Severity::Warning, .code = "x.y", .message = {"日本", "English"}};
    finding.origin.source = SourcePlace{"a.json", 3, 7, 40};
    finding.origin.element_id = "name";
    finding.origin.data_pointer = "/氏名";
    finding.hints.push_back({"直す", "mend it"});
    EXPECT_EQ(to_line(finding),
              "warning x.y a.json:3:7 name /氏名: 日本 / English\n    直す / mend it");
    EXPECT_FALSE(has_errors({finding}));
    EXPECT_TRUE(has_errors({finding, Diagnostic{}}));
}

TEST(Diagnostic, AWholeFileHasNoLine) {
    Diagnostic finding{.code = "x.y", .message = {"日本", "English"}};
    finding.origin.source = SourcePlace{.file = "a.json"};
    EXPECT_EQ(to_line(finding), "error x.y a.json: 日本 / English");
}

}  // namespace
}  // namespace madoguchi
