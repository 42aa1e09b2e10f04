#include "templates/computing/sum.h"

#include <cstdlib>
#include <optional>
#include <string_view>

namespace madoguchi::templates::computing {

namespace {

constexpr std::size_t most_digits = 18;
constexpr std::int64_t limit = 1'000'000'000'000'000'000;

std::optional<std::int64_t> with_more_decimals(std::int64_t value, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        if (std::abs(value) >= limit / 10) return std::nullopt;
        value *= 10;
    }
    return value;
}

/// Without its point and sign.
std::int64_t digits_of(const format::Decimal& number) {
    std::int64_t value = 0;
    for (const std::string_view part : {number.integer, number.fraction}) {
        for (const char digit : part)
            value = value * 10 + (digit - '0');
    }
    return value;
}

}  // namespace

bool Sum::add(const format::Decimal& number) {
    const std::size_t decimals = number.fraction.size();
    if (number.integer.size() + decimals > most_digits) return false;
    const std::size_t common = decimals > decimals_ ? decimals : decimals_;
    const auto sum = with_more_decimals(value_, common - decimals_);
    const auto summand = with_more_decimals(digits_of(number), common - decimals);
    if (!sum || !summand) return false;
    value_ = *sum + (number.negative ? -*summand : *summand);
    decimals_ = common;
    return std::abs(value_) < limit;
}

std::string Sum::text() const {
    std::string digits = std::to_string(std::abs(value_));
    if (digits.size() <= decimals_) digits.insert(0, decimals_ + 1 - digits.size(), '0');
    if (decimals_ > 0) digits.insert(digits.size() - decimals_, 1, '.');
    return value_ < 0 ? '-' + digits : digits;
}

}  // namespace madoguchi::templates::computing
