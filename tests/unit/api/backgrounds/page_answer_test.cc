// What the reader says is believed as little as the file it read.
#include "api/backgrounds/page_answer.h"

#include <gtest/gtest.h>

namespace madoguchi::api {
namespace {

ReadPage page() {
    ReadPage page;
    page.drawing.size = {Length::mm(210), Length::mm(297)};
    page.pages = 3;
    page.warnings.push_back({.severity = Severity::Warning,
                             .code = "background.transparency",
                             .message = {"半透明", "half transparent"}});
    return page;
}

TEST(PageAnswer, IsReadAsItWasWritten) {
    const auto answer = read_page_answer(write_page_answer(page()));
    ASSERT_TRUE(answer && answer->ok());
    EXPECT_EQ((*answer)->drawing.size, page().drawing.size);
    EXPECT_EQ((*answer)->pages, 3u);
    EXPECT_EQ((*answer)->warnings[0].message.ja, "半透明");
    const auto refusal = read_page_answer(write_page_answer(
        Diagnostic{.code = "background.encrypted", .message = {"保護", "encrypted"}}));
    ASSERT_TRUE(refusal && !refusal->ok());
    EXPECT_EQ(refusal->findings()[0].code, "background.encrypted");
}

TEST(PageAnswer, AnythingElseIsNone) {
    const std::string good = write_page_answer(page());
    for (std::size_t size = 0; size < good.size(); size += 7)
        EXPECT_FALSE(read_page_answer(good.substr(0, size))) << size;
    const auto finding = [](const std::string& severity, const std::string& code,
                            const std::string& words) {
        return R"({"findings":[{"severity":")" + severity + R"(","code":")" + code +
               R"(","message":{"ja":")" + words + R"(","en":""}}]})";
    };
    const std::vector<std::string> wrong = {
        "{}",
        "[]",
        R"({"findings":[]})",
        R"({"pages":1,"drawing":"AAAA","findings":[]})",
        R"({"pages":1,"drawing":7,"findings":[]})",
        finding("error", "disk.full", ""),
        finding("error", "background.x", std::string(2000, 'x')),
        finding("warning", "background.x", ""),
    };
    for (const std::string& text : wrong)
        EXPECT_FALSE(read_page_answer(text)) << text.substr(0, 60);
    EXPECT_TRUE(read_page_answer(finding("error", "background.x", "x")));
}

}  // namespace
}  // namespace madoguchi::api
