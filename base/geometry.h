// Points, sizes and rectangles on a page. The origin is the top left corner; x grows to the right,
// y downwards.
#pragma once

#include "base/units.h"

namespace madoguchi {

struct Point {
    Length x, y;
    constexpr bool operator==(const Point&) const = default;
    friend constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
};

struct Size {
    Length width, height;
    constexpr bool operator==(const Size&) const = default;
};

struct Rect {
    Length x, y, width, height;

    constexpr bool operator==(const Rect&) const = default;
    constexpr Length right() const { return x + width; }
    constexpr Length bottom() const { return y + height; }
    constexpr Point origin() const { return {x, y}; }
    constexpr Size size() const { return {width, height}; }
    constexpr Point centre() const { return {x + width / 2, y + height / 2}; }

    constexpr bool contains(const Rect& inner) const {
        return inner.x >= x && inner.y >= y && inner.right() <= right() &&
               inner.bottom() <= bottom();
    }
    constexpr Rect moved(Point by) const { return {x + by.x, y + by.y, width, height}; }
    /// The rectangle with `margin` taken off each side; grow() is its inverse.
    constexpr Rect shrink(Length margin) const { return grow(-margin); }
    constexpr Rect grow(Length margin) const {
        return {x - margin, y - margin, width + margin * 2, height + margin * 2};
    }
};

/// A device colour, 8 bits a channel, in sRGB.
struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    constexpr bool operator==(const Colour&) const = default;
};

}  // namespace madoguchi
