// Paths as path construction and painting operators (ISO 32000-1, 8.5).
#pragma once

#include <string>

#include "render/frame/frame.h"

namespace madoguchi::render::pdf {

/// Construction alone.
void append_steps(std::string& out, const std::vector<PathStep>& steps, Point zero);

/// Construction and painting, without the graphics state; `zero` is the point of the frame that
/// has the coordinates (0, 0).
void append_path(std::string& out, const Path& path, Point zero);

bool is_curved(const Path& path);

/// Whether both are painted alike and have the same steps, each seen from its own zero.
bool same_shape(const Path& a, Point zero_a, const Path& b, Point zero_b);

/// Holds all that the path paints, its stroke's joins included.
Rect painted_box(const Path& path);

}  // namespace madoguchi::render::pdf
