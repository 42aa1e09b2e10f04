// Exact sums of decimal numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "templates/format/number.h"

namespace madoguchi::templates::computing {

/// At most 18 digits, decimals among them; no budget of a municipality has more.
class Sum {
  public:
    /// False when the sum or the number becomes too long; the sum is of no use then.
    bool add(const format::Decimal& number);
    /// With the decimals of the summand that has most: "1200", "-0.50".
    std::string text() const;

  private:
    std::int64_t value_ = 0;  ///< in units of the last decimal
    std::size_t decimals_ = 0;
};

}  // namespace madoguchi::templates::computing
