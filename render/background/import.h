// A page of a foreign PDF as a drawing: its lines, letters as outlines, and pictures.
//
// PoDoFo reads the file's objects; what they draw is worked out here. Foreign files crash readers:
// this is called in a confined process only (api/backgrounds). What cannot be drawn as it is meant
// is a finding, never left out in silence.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "templates/model/drawing.h"

namespace madoguchi::render {

struct ImportedPage {
    templates::Drawing drawing;
    std::size_t pages = 0;  ///< of the file
    Diagnostics warnings;
};

/// `page` counts from 1. Fails, with all findings of the page, on a file that is none, broken or
/// encrypted, on a font that is not embedded, and on what a drawing does not have (gradients,
/// patterns, soft masks).
Result<ImportedPage> import_page(std::string_view pdf, std::size_t page);

}  // namespace madoguchi::render
