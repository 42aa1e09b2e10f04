// One coded character set: codes of one or two bytes and the text each stands for, both ways.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fonts/charset/code_probe.h"

namespace madoguchi::fonts {

/// Which of several codes of one character is written.
enum class Prefer { FirstCode, LastCode };

class CodeTable {
  public:
    CodeTable() = default;
    /// The last `code_size` bytes of each probed code (1 or 2) are the code; what is before them
    /// shifts to it.
    CodeTable(const std::vector<CodedText>& probed, std::size_t code_size,
              Prefer prefer = Prefer::FirstCode);

    /// Empty where the code stands for nothing.
    std::u32string_view decode(std::uint16_t code) const;

    struct Match {
        std::uint16_t code = 0;
        std::size_t code_points = 0;  ///< how many of the text it stands for
    };
    /// The longest beginning of the text that has a code.
    std::optional<Match> encode(std::u32string_view text) const;

    std::size_t size() const { return texts_.size(); }
    /// Written with this code from now on, whatever the table says (a link's variants).
    void prefer(char32_t code_point, std::uint16_t code) { singles_[code_point] = code; }

  private:
    std::unordered_map<std::uint16_t, std::u32string> texts_;
    std::unordered_map<char32_t, std::uint16_t> singles_;
    std::map<std::u32string, std::uint16_t, std::less<>> pairs_;
};

}  // namespace madoguchi::fonts
