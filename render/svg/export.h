// Sheets as SVG 1.1: outlines only, so that a browser shows the very letters that are printed,
// whatever fonts it has.
//
// One user unit is 0.01 mm. Each element is a <g> with its id, its label and its text for those who
// do not see it; the picture can stand alone or inside an HTML page.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "render/frame/frame.h"

namespace madoguchi::render {

/// The static layers of a form as SVG, written once, and the outlines of its letters as far as they
/// were used. Safe to use from many threads at once. The faces of all runs outlive it.
struct PreparedSvg;

/// `elements` are those of the static layers, as they begin Document::elements.
std::shared_ptr<const PreparedSvg> prepare_svg(
    std::span<const std::shared_ptr<const Frame>> static_layers, const Elements& elements);

/// One sheet (counted from 0). Every id begins with `id_prefix` and the number of the sheet
/// ("m-1-"), so that all sheets of a document may stand in one HTML page; who puts several
/// documents into one page gives each its own prefix (letters and digits, a letter first). Fails
/// when the document has no such sheet or its static layer is not one of the prepared form's.
Result<std::string> write_svg(const PreparedSvg& prepared, const Document& document,
                              std::size_t sheet, std::string_view id_prefix = "m");

}  // namespace madoguchi::render
