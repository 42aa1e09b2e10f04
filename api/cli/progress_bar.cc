#include "api/cli/progress_bar.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>

namespace madoguchi::api::cli {

ProgressBar::ProgressBar(std::size_t total)
    : total_(std::max<std::size_t>(total, 1)), on_terminal_(::isatty(STDERR_FILENO) == 1) {}

void ProgressBar::advance(std::size_t done) {
    constexpr std::size_t cells = 30;
    const std::size_t percent = std::min<std::size_t>(100, done * 100 / total_);
    if (!on_terminal_ || percent == drawn_percent_) return;
    drawn_percent_ = percent;
    const std::size_t filled = percent * cells / 100;
    std::cerr << "\r[" << std::string(filled, '#') << std::string(cells - filled, '.') << "] "
              << percent << "% " << done << "件" << std::flush;
}

void ProgressBar::finish() {
    if (on_terminal_ && drawn_percent_ <= 100) std::cerr << '\n';
}

}  // namespace madoguchi::api::cli
