// How far a batch is, for a person who waits at a terminal.
#pragma once

#include <cstddef>
#include <functional>

namespace madoguchi::api::cli {

/// Draws on standard error when that is a terminal, else does nothing. Call finish() before other
/// text is written.
class ProgressBar {
  public:
    explicit ProgressBar(std::size_t total);
    void advance(std::size_t done);
    void finish();

  private:
    std::size_t total_;
    std::size_t drawn_percent_ = 101;
    bool on_terminal_;
};

}  // namespace madoguchi::api::cli
