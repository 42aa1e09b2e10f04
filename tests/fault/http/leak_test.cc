// No answer reaches another client than the one that asked for it.
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/fault/http/leak_client.h"
#include "tests/fault/http/processes.h"

namespace madoguchi::tests {
namespace {

/// MADOGUCHI_LEAK_SECONDS, or four.
std::chrono::seconds leak_time() {
    const char* seconds = std::getenv("MADOGUCHI_LEAK_SECONDS");
    return std::chrono::seconds(seconds ? std::atoi(seconds) : 4);
}

void expect_no_leak(const LeakPlan& plan, Service& service) {
    const LeakReport report = run_leak_clients(plan);
    std::printf("%s\n", to_line(report).c_str());
    EXPECT_EQ(report.mismatched, 0u);
    EXPECT_EQ(report.unsolicited, 0u);
    EXPECT_EQ(report.unanswered, 0u);
    EXPECT_GT(report.answered, 100u);
    EXPECT_GT(report.aborted, 100u);
    EXPECT_TRUE(service.running());
    EXPECT_EQ(service.stop(), 0);
}

TEST(HttpLeak, NoAnswerGoesAstrayWhenAskedDirectly) {
    Service service;
    expect_no_leak({.port = service.port(), .path = service.path(), .time = leak_time()}, service);
}

TEST(HttpLeak, NoAnswerGoesAstrayThroughTheProxy) {
    Service service;
    Proxy proxy(service.port());
    expect_no_leak({.port = proxy.port(), .path = service.path(), .time = leak_time()}, service);
    EXPECT_TRUE(proxy.running());
    if (HasFailure()) std::printf("%s\n", proxy.errors().c_str());
}

}  // namespace
}  // namespace madoguchi::tests
