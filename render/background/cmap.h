// Which characters of a composite font a string shows (ISO 32000-1, 9.7.5).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "render/background/objects.h"

namespace madoguchi::render::background {

class CMap {
  public:
    struct Character {
        std::uint32_t cid = 0;
        std::size_t bytes = 0;  ///< of the string
    };

    /// The Encoding of a composite font: Identity-H, Identity-V or a stream. Throws Refusal on any
    /// other that is only named.
    static CMap read(const Object& encoding);

    bool is_vertical() const { return is_vertical_; }
    /// The character at the start of `codes`, which are not empty.
    Character next(std::string_view codes) const;

  private:
    struct Range {
        std::size_t bytes = 0;
        std::uint32_t first = 0, last = 0, cid = 0;
    };
    static const Range* find(const std::vector<Range>& ranges, std::uint32_t code,
                             std::size_t bytes);
    void read_stream(std::string_view text);

    bool is_identity_ = false, is_vertical_ = false;
    std::vector<Range> spaces_, ranges_;
};

}  // namespace madoguchi::render::background
