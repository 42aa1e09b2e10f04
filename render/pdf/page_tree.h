// The page tree (ISO 32000-1, 7.7.3): nodes of 64 kids, so that a batch of ten thousand sheets is
// built and read in linear time. PoDoFo's own tree is flat and searches it from the start.
#pragma once

#include <span>

#include "base/geometry.h"
#include "render/pdf/object.h"

namespace madoguchi::render::pdf {

struct PageData {
    Size size;
    StreamData content;
};

/// Returns the root node. All pages share one resource dictionary.
ObjectId write_pages(ObjectFile& file, std::span<const PageData> pages, ObjectId resources);

}  // namespace madoguchi::render::pdf
