// Rules, boxes and ellipses as paths.
#pragma once

#include <optional>

#include "render/frame/frame.h"
#include "render/layout/surface.h"

namespace madoguchi::render {

StrokeStyle stroke_style(const templates::Stroke& stroke);
std::optional<StrokeStyle> stroke_style(const std::optional<templates::Stroke>& stroke);

/// Adds the contour to the path; a radius rounds the corners, at most to half a side.
void add_rectangle(Path& path, const Rect& frame, Length radius = {});
void add_ellipse(Path& path, const Rect& frame);
void add_segment(Path& path, Point from, Point to);

void lay_out_line(const Surface& surface, const templates::Line& line);
void lay_out_box(const Surface& surface, const templates::Box& box);
/// 余白斜線: from the top right to the bottom left of the rows behind the last item.
void lay_out_blank_stroke(const Surface& surface, const templates::Table& table);
void lay_out_ellipse(const Surface& surface, const templates::Ellipse& ellipse);

/// Reports a frame without an area; true when there is one.
bool has_area(const Surface& surface, const Rect& frame);

}  // namespace madoguchi::render
