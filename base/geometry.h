// Points, sizes, rectangles and shapes on a page. The origin is the top left corner; x grows to the
// right, y downwards.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

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

// Shapes ------------------------------------------------------------------------------------------

struct PathMove {
    Point to;
    bool operator==(const PathMove&) const = default;
};
struct PathLine {
    Point to;
    bool operator==(const PathLine&) const = default;
};
struct PathCurve {
    Point first, second, to;
    bool operator==(const PathCurve&) const = default;
};
struct PathClose {
    bool operator==(const PathClose&) const = default;
};
using PathStep = std::variant<PathMove, PathLine, PathCurve, PathClose>;

/// What lies inside a path that crosses itself (ISO 32000-1, 8.5.3.3).
enum class FillRule { NonZero, EvenOdd };
enum class LineCap { Butt, Round, Square };
enum class LineJoin { Miter, Round, Bevel };

struct StrokeStyle {
    Length width;
    Colour colour;
    std::vector<Length> dashes = {};  ///< on, off, …; empty: solid
    Length dash_phase = {};           ///< how far into the dashes the path begins
    LineCap cap = LineCap::Butt;
    LineJoin join = LineJoin::Miter;
    double miter_limit = 10;  ///< how far a join may reach, in line widths

    bool operator==(const StrokeStyle&) const = default;
};

/// Filled first, then stroked.
struct Path {
    std::vector<PathStep> steps = {};
    std::optional<StrokeStyle> stroke = {};
    std::optional<Colour> fill = {};
    FillRule rule = FillRule::NonZero;

    bool operator==(const Path&) const = default;
};

/// What is painted shows only inside.
struct ClipPath {
    std::vector<PathStep> steps = {};
    FillRule rule = FillRule::NonZero;

    bool operator==(const ClipPath&) const = default;
};

}  // namespace madoguchi
