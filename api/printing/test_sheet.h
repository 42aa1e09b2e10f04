// 位置合わせの用紙: rulers on paper, from which an office reads what its printer needs.
#pragma once

#include <string>

#include "base/geometry.h"
#include "base/result.h"
#include "fonts/face_set.h"
#include "render/render.h"
#include "templates/model/template.h"

namespace madoguchi::api {

/// Crosses 20 mm from the edges, scales in millimetres to each edge, two long rules of which the
/// scale is read, and in words what to measure and what to write down.
templates::Template test_sheet(Size paper, const std::string& printer);

/// The sheet as PDF, as the printer would print it with the adjustment.
Result<std::string> print_test_sheet(Size paper, const std::string& printer,
                                     const render::PrintAdjustment& adjustment,
                                     const fonts::FontLibrary& fonts);

}  // namespace madoguchi::api
