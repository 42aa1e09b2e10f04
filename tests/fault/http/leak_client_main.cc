// http_leak_client PORT PATH SECONDS: the leak test against any server that echoes
// X-Correlation-Id.
#include <cstdio>
#include <cstdlib>

#include "tests/fault/http/leak_client.h"

int main(int count, char** arguments) {
    if (count != 4) {
        std::fprintf(stderr, "usage: http_leak_client PORT PATH SECONDS\n");
        return 2;
    }
    madoguchi::tests::LeakPlan plan;
    plan.port = static_cast<std::uint16_t>(std::atoi(arguments[1]));
    plan.path = arguments[2];
    plan.time = std::chrono::seconds(std::atoi(arguments[3]));
    const auto report = madoguchi::tests::run_leak_clients(plan);
    std::printf("%s\n", to_line(report).c_str());
    return report.answered > 0 && report.mismatched + report.unsolicited + report.unanswered == 0
               ? 0
               : 1;
}
