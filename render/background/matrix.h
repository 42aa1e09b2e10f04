// Coordinates of a foreign page, as real numbers (ISO 32000-1, 8.3.3).
#pragma once

#include <cmath>
#include <utility>
#include <variant>
#include <vector>

namespace madoguchi::render::background {

struct Spot {
    double x = 0, y = 0;
};

/// x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    Spot operator()(Spot p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
    /// First this, then `next`.
    Matrix then(const Matrix& next) const {
        return {a * next.a + b * next.c,          a * next.b + b * next.d,
                c * next.a + d * next.c,          c * next.b + d * next.d,
                e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
    }
    double determinant() const { return a * d - b * c; }
    /// How much longer a line becomes, whatever its direction, on the average.
    double scale() const { return std::sqrt(std::abs(determinant())); }
};

/// The steps of a path before they are put on a page.
enum class Step { Move, Line, Curve, Close };
struct Outline {
    std::vector<std::pair<Step, Spot>> steps;  ///< a curve is three of them

    void move(Spot to) { steps.push_back({Step::Move, to}); }
    void line(Spot to) { steps.push_back({Step::Line, to}); }
    void curve(Spot first, Spot second, Spot to) {
        steps.push_back({Step::Curve, first});
        steps.push_back({Step::Curve, second});
        steps.push_back({Step::Curve, to});
    }
    void close() { steps.push_back({Step::Close, {}}); }
};

}  // namespace madoguchi::render::background
