#include "render/layout/ink.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "render/layout/shapes.h"

namespace madoguchi::render {

namespace {

constexpr double thinnest = 0.25, thickest = 0.9;  // mm
/// Points nearer than this say nothing about where the pen was going.
constexpr double nearest = 0.05;  // mm

/// In millimetres on the sheet.
struct PenPoint {
    double x = 0, y = 0;
    double radius = 0;
};

Point on_sheet(double x, double y) {
    return {Length::mm(x), Length::mm(y)};
}

std::vector<PenPoint> pen_points(const InkStroke& stroke, const Rect& field) {
    std::vector<PenPoint> points;
    for (const InkPoint& point : stroke) {
        const PenPoint next{field.x.to_mm() + point.x * field.width.to_mm(),
                            field.y.to_mm() + point.y * field.height.to_mm(),
                            (thinnest + (thickest - thinnest) * point.pressure) / 2};
        if (points.empty() ||
            std::hypot(next.x - points.back().x, next.y - points.back().y) >= nearest)
            points.push_back(next);
    }
    return points;
}

/// Pressure comes in jumps; a pen does not.
void even_out(std::vector<PenPoint>& points) {
    std::vector<double> radii;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const PenPoint& before = points[i == 0 ? 0 : i - 1];
        const PenPoint& behind = points[std::min(i + 1, points.size() - 1)];
        radii.push_back((before.radius + 2 * points[i].radius + behind.radius) / 4);
    }
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i].radius = radii[i];
}

/// The line beside the stroke, to the left of its way (`side` 1) or to the right (-1).
std::vector<PenPoint> beside(std::span<const PenPoint> points, double side) {
    std::vector<PenPoint> line;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const PenPoint& from = points[i == 0 ? 0 : i - 1];
        const PenPoint& to = points[std::min(i + 1, points.size() - 1)];
        const double length = std::max(std::hypot(to.x - from.x, to.y - from.y), 1e-9);
        const double across = side * points[i].radius / length;
        line.push_back(
            {points[i].x + (to.y - from.y) * across, points[i].y - (to.x - from.x) * across, 0});
    }
    return line;
}

/// A Catmull-Rom spline as Béziers: the tangent at a point is a sixth of the way between its
/// neighbours.
void add_spline(Path& path, std::span<const PenPoint> points) {
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const PenPoint& before = points[i == 0 ? 0 : i - 1];
        const PenPoint &a = points[i], &b = points[i + 1];
        const PenPoint& behind = points[std::min(i + 2, points.size() - 1)];
        path.steps.emplace_back(PathCurve{
            on_sheet(a.x + (b.x - before.x) / 6, a.y + (b.y - before.y) / 6),
            on_sheet(b.x - (behind.x - a.x) / 6, b.y - (behind.y - a.y) / 6), on_sheet(b.x, b.y)});
    }
}

void add_round_end(Path& path, const PenPoint& point) {
    const Length side = Length::mm(2 * point.radius);
    const Point corner = on_sheet(point.x - point.radius, point.y - point.radius);
    add_ellipse(path, {corner.x, corner.y, side, side});
}

void add_stroke(Path& path, const InkStroke& stroke, const Rect& field) {
    std::vector<PenPoint> points = pen_points(stroke, field);
    if (points.empty()) return;
    even_out(points);
    add_round_end(path, points.front());
    if (points.size() == 1) return;
    add_round_end(path, points.back());
    const std::vector<PenPoint> left = beside(points, 1);
    std::vector<PenPoint> right = beside(points, -1);
    std::reverse(right.begin(), right.end());
    path.steps.emplace_back(PathMove{on_sheet(left.front().x, left.front().y)});
    add_spline(path, left);
    path.steps.emplace_back(PathLine{on_sheet(right.front().x, right.front().y)});
    add_spline(path, right);
    path.steps.emplace_back(PathClose{});
}

}  // namespace

Group ink_drawing(const Ink& ink, const Rect& field) {
    Path path;
    path.fill = Colour{};
    for (const InkStroke& stroke : ink.strokes)
        add_stroke(path, stroke, field);
    Path edge;
    add_rectangle(edge, field);
    Group group;
    group.clips.push_back({std::move(edge.steps)});
    group.items.push_back({no_element, std::move(path)});
    return group;
}

}  // namespace madoguchi::render
