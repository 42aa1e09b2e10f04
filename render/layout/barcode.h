// Barcodes as filled rectangles on the module grid, with their quiet zones inside the frame.
#pragma once

#include "render/layout/surface.h"

namespace madoguchi::render {

/// Dark modules are one path, so that no reader shows seams between them. The symbol stands in the
/// middle of the frame. An empty text draws nothing; what cannot be encoded, and what would have
/// modules that printers and readers cannot hold, is a finding.
void lay_out_barcode(const Surface& surface, const templates::Barcode& barcode);

}  // namespace madoguchi::render
