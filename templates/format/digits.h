// The digits of running text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::templates::format {

/// A run of digits of either width, or a text between two of them.
struct TextRun {
    std::string_view text;
    std::string digits = {};  ///< the run in half-width digits; empty where there are none
};

/// The runs in their order. The digits of a character reference, and a digit that carries a mark,
/// are no digits here.
std::vector<TextRun> split_at_digits(std::string_view text);

/// Whether the digits of run `index` go on behind a comma or a point: then they are a part of a
/// number (1,234), and so is what follows.
bool goes_on(const std::vector<TextRun>& runs, std::size_t index);

}  // namespace madoguchi::templates::format
