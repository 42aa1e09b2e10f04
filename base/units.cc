#include "base/units.h"

#include <array>
#include <charconv>
#include <cmath>

namespace madoguchi {

void append_decimal(std::string& out, double value, int decimals) {
    static constexpr std::array<std::int64_t, 7> scale = {1, 10, 100, 1000, 10000, 100000, 1000000};
    const std::int64_t one = scale[static_cast<std::size_t>(decimals)];
    std::int64_t scaled = std::llround(value * static_cast<double>(one));
    if (scaled < 0) {
        out += '-';
        scaled = -scaled;
    }
    std::array<char, 24> digits;
    const auto whole = std::to_chars(digits.data(), digits.data() + digits.size(), scaled / one);
    out.append(digits.data(), whole.ptr);
    std::int64_t rest = scaled % one;
    if (rest == 0) return;
    out += '.';
    for (std::int64_t place = one / 10; rest != 0; place /= 10) {
        out += static_cast<char>('0' + rest / place);
        rest %= place;
    }
}

}  // namespace madoguchi
