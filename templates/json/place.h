// Lines and columns of many byte offsets in one walk.
#pragma once

#include <string>
#include <string_view>

#include "base/origin.h"

namespace madoguchi::templates::json {

class PlaceCursor {
  public:
    explicit PlaceCursor(std::string_view source) : source_(source) {}

    /// `offset` is not before the one asked for last.
    SourcePlace at(std::size_t offset, std::string name);

  private:
    std::string_view source_;
    std::size_t offset_ = 0;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
};

}  // namespace madoguchi::templates::json
