// A text in a frame: paragraphs to lines, lines to glyph runs, horizontal and vertical.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "render/layout/paragraph.h"
#include "render/layout/surface.h"
#include "templates/model/style.h"

namespace madoguchi::render {

/// Sets the text in the frame. What does not fit or has no glyph is a finding; nothing is cut off.
/// Returns the box round the letters' em boxes, or nothing when nothing was set.
std::optional<Rect> set_text(const Surface& surface, std::string_view text, const Rect& frame,
                             const templates::Style& style);

/// The same without the short way of plain lines (plain_line.h), for the proof that both agree.
std::optional<Rect> set_paragraphs(const Surface& surface, std::string_view text, const Rect& frame,
                                   const templates::Style& style);

/// Paragraphs whose missing characters are reported, with room for ruby of so many ems beside each
/// line.
std::optional<Rect> set_shaped(const Surface& surface, std::vector<Paragraph>& paragraphs,
                               const Rect& frame, const templates::Style& style, double ruby);

}  // namespace madoguchi::render
