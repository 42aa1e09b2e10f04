#include "tests/bench/measure.h"

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace madoguchi::bench {

namespace {

double processor_milliseconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Times times_of(int rounds, const std::function<void()>& work) {
    std::vector<double> wall, processor;
    for (int i = 0; i < rounds; ++i) {
        const auto start = Clock::now();
        const double used = processor_milliseconds();
        work();
        wall.push_back(milliseconds_since(start));
        processor.push_back(processor_milliseconds() - used);
    }
    return {median(std::move(wall)), median(std::move(processor))};
}

void give_up(const Diagnostics& findings) {
    for (const Diagnostic& finding : findings)
        std::fprintf(stderr, "%s\n", to_line(finding).c_str());
    std::exit(1);
}

}  // namespace madoguchi::bench
