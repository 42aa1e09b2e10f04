// What FreeType says about a font file when it is opened: whether it is one, and the facts that do
// not change.
#pragma once

#include <string>

#include "fonts/face.h"
#include "fonts/font_file.h"

namespace madoguchi::fonts {

struct FaceFacts {
    std::string postscript_name;
    /// FreeType does not tell the two kinds of CFF in an sfnt apart: NameKeyedCff for both.
    OutlineFormat outline_format = OutlineFormat::TrueType;
    Embedding embedding = Embedding::Allowed;
    FaceMetrics metrics;
};

/// FreeType is gone again when this returns: nothing of it is kept.
Result<FaceFacts> check_face(const FontFile& file, unsigned index);

/// OpenType OS/2 fsType: the lowest set of the usage bits rules; bit 8 forbids subsets and bit 9
/// outlines, and both are what a document embeds.
Embedding embedding_of(unsigned fs_type);

}  // namespace madoguchi::fonts
