// Curves are cubic Béziers (ISO 32000-1 §8.5.2.2); a quarter of an ellipse is one of them with its
// control points at 4/3·(√2−1) of the radius, which is off the true arc by less than 0.03 %.

#include "render/layout/shapes.h"

#include <algorithm>
#include <utility>

namespace madoguchi::render {

namespace {

constexpr double arc_handle = 0.5522847498307936;

/// A quarter of an ellipse from the path's current point; `corner` is where its tangents meet.
void add_quarter(Path& path, Point from, Point corner, Point to) {
    const auto towards_corner = [&](Point end) {
        return Point{end.x + (corner.x - end.x).scaled(arc_handle),
                     end.y + (corner.y - end.y).scaled(arc_handle)};
    };
    path.steps.emplace_back(PathCurve{towards_corner(from), towards_corner(to), to});
}

}  // namespace

StrokeStyle stroke_style(const templates::Stroke& stroke) {
    StrokeStyle style{stroke.width, stroke.colour, {}};
    const Length w = stroke.width;
    if (stroke.pattern == templates::LinePattern::Dashed) style.dashes = {w * 6, w * 4};
    if (stroke.pattern == templates::LinePattern::Dotted) style.dashes = {w, w * 2};
    return style;
}

std::optional<StrokeStyle> stroke_style(const std::optional<templates::Stroke>& stroke) {
    if (!stroke) return std::nullopt;
    return stroke_style(*stroke);
}

void add_rectangle(Path& path, const Rect& frame, Length radius) {
    const Length r = std::clamp(radius, Length(), std::min(frame.width, frame.height) / 2);
    const Length left = frame.x, top = frame.y, right = frame.right(), bottom = frame.bottom();
    if (r == Length()) {
        path.steps.insert(path.steps.end(),
                          {PathMove{{left, top}}, PathLine{{right, top}}, PathLine{{right, bottom}},
                           PathLine{{left, bottom}}, PathClose{}});
        return;
    }
    path.steps.emplace_back(PathMove{{left + r, top}});
    path.steps.emplace_back(PathLine{{right - r, top}});
    add_quarter(path, {right - r, top}, {right, top}, {right, top + r});
    path.steps.emplace_back(PathLine{{right, bottom - r}});
    add_quarter(path, {right, bottom - r}, {right, bottom}, {right - r, bottom});
    path.steps.emplace_back(PathLine{{left + r, bottom}});
    add_quarter(path, {left + r, bottom}, {left, bottom}, {left, bottom - r});
    path.steps.emplace_back(PathLine{{left, top + r}});
    add_quarter(path, {left, top + r}, {left, top}, {left + r, top});
    path.steps.emplace_back(PathClose{});
}

void add_ellipse(Path& path, const Rect& frame) {
    const Point centre = frame.centre();
    const Point top{centre.x, frame.y}, right{frame.right(), centre.y};
    const Point bottom{centre.x, frame.bottom()}, left{frame.x, centre.y};
    path.steps.reserve(path.steps.size() + 6);
    path.steps.emplace_back(PathMove{top});
    add_quarter(path, top, {right.x, top.y}, right);
    add_quarter(path, right, {right.x, bottom.y}, bottom);
    add_quarter(path, bottom, {left.x, bottom.y}, left);
    add_quarter(path, left, {left.x, top.y}, top);
    path.steps.emplace_back(PathClose{});
}

void add_segment(Path& path, Point from, Point to) {
    path.steps.emplace_back(PathMove{from});
    path.steps.emplace_back(PathLine{to});
}

bool has_area(const Surface& surface, const Rect& frame) {
    if (frame.width > Length() && frame.height > Length()) return true;
    report(surface, "layout.empty-frame",
           {"枠の幅または高さがありません（幅 " + in_mm(frame.width) + " mm、高さ " +
                in_mm(frame.height) + " mm）。",
            "The frame has no area (" + in_mm(frame.width) + " mm by " + in_mm(frame.height) +
                " mm)."},
           {{"枠の幅と高さを 0 より大きくしてください。",
             "Give the frame a width and a height above zero."}});
    return false;
}

void lay_out_line(const Surface& surface, const templates::Line& line) {
    const Rect frame = frame_of(surface.filled);
    if (frame.size() == Size()) {
        has_area(surface, frame);
        return;
    }
    Path path;
    path.stroke = stroke_style(line.stroke);
    const Length start = line.rising ? frame.bottom() : frame.y;
    const Length end = line.rising ? frame.y : frame.bottom();
    add_segment(path, {frame.x, start}, {frame.right(), end});
    surface.items.push_back({surface.element, std::move(path)});
}

void lay_out_blank_stroke(const Surface& surface, const templates::Table& table) {
    if (!table.strike_blank) return;
    const Rect& frame = surface.filled.element->frame;
    const Length top = frame.y + surface.filled.offset.y;
    const Length bottom = frame.y + table.row_height * table.rows;
    Path path;
    path.stroke = stroke_style(*table.strike_blank);
    add_segment(path, {frame.right(), top}, {frame.x, bottom});
    surface.items.push_back({surface.element, std::move(path)});
}

void lay_out_box(const Surface& surface, const templates::Box& box) {
    const Rect frame = frame_of(surface.filled);
    if (!has_area(surface, frame)) return;
    Path path{{}, stroke_style(box.stroke), box.fill};
    add_rectangle(path, frame, box.radius);
    surface.items.push_back({surface.element, std::move(path)});
}

void lay_out_ellipse(const Surface& surface, const templates::Ellipse& ellipse) {
    const Rect frame = frame_of(surface.filled);
    if (!has_area(surface, frame)) return;
    Path path{{}, stroke_style(ellipse.stroke), ellipse.fill};
    add_ellipse(path, frame);
    surface.items.push_back({surface.element, std::move(path)});
}

}  // namespace madoguchi::render
