// Lengths as a type of their own.
//
// One unit is the English Metric Unit of ECMA-376 (914,400 to the inch): the coarsest grid on which
// 0.01 mm (360 units), 0.1 pt (1,270 units) and 1 Q (9,000 units) are all whole numbers, so that a
// form drawn in millimetres and type set in points never need rounding against each other.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace madoguchi {

class Length {
  public:
    constexpr Length() = default;

    /// A length of so many whole units (1/36,000 mm).
    static constexpr Length units(std::int64_t units) { return Length(units); }
    /// The grid of templates: hundredths of a millimetre.
    static constexpr Length mm100(std::int64_t hundredths) { return Length(hundredths * 360); }
    static constexpr Length mm(double value) { return Length(nearest(value * 36000)); }
    static constexpr Length pt(double value) { return Length(nearest(value * 12700)); }
    /// 級: a quarter of a millimetre, the type size of Japanese print shops.
    static constexpr Length q(double value) { return Length(nearest(value * 9000)); }

    constexpr std::int64_t units() const { return units_; }
    constexpr double to_mm() const { return static_cast<double>(units_) / 36000; }
    constexpr double to_pt() const { return static_cast<double>(units_) / 12700; }

    constexpr auto operator<=>(const Length&) const = default;
    constexpr Length operator-() const { return Length(-units_); }
    constexpr Length& operator+=(Length other) { return units_ += other.units_, *this; }
    constexpr Length& operator-=(Length other) { return units_ -= other.units_, *this; }

    friend constexpr Length operator+(Length a, Length b) { return Length(a.units_ + b.units_); }
    friend constexpr Length operator-(Length a, Length b) { return Length(a.units_ - b.units_); }
    friend constexpr Length operator*(Length a, std::int64_t n) { return Length(a.units_ * n); }
    friend constexpr Length operator/(Length a, std::int64_t n) { return Length(a.units_ / n); }
    /// How often b fits into a.
    friend constexpr double operator/(Length a, Length b) {
        return static_cast<double>(a.units_) / static_cast<double>(b.units_);
    }

    /// This length times a real factor, to the nearest unit.
    constexpr Length scaled(double factor) const {
        return Length(nearest(static_cast<double>(units_) * factor));
    }

  private:
    explicit constexpr Length(std::int64_t units) : units_(units) {}
    static constexpr std::int64_t nearest(double value) {
        return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
    }

    std::int64_t units_ = 0;
};

/// Appends value with at most `decimals` (0 to 6) digits after the point and no trailing zeros:
/// "12.5", "-0.25", "3". Independent of the process locale; both writers use it, so that equal
/// frames give equal bytes.
void append_decimal(std::string& out, double value, int decimals);

}  // namespace madoguchi
