// All objects of one file, in their order.
#pragma once

#include <string>
#include <vector>

#include "render/pdf/metadata.h"
#include "render/pdf/page_tree.h"
#include "render/pdf/prepared.h"

namespace madoguchi::render::pdf {

/// Everything that is decided before the first object is made.
struct FileParts {
    const PreparedPdf& prepared;
    const FontPool& fonts;
    const ImagePool& images;
    const UsedResources& used;
    const std::vector<bool>& layer_used;
    const std::vector<PageData>& pages;
    std::vector<EmbeddedFont> own_fonts;
    Metadata metadata;
    PdfOptions::Form form = PdfOptions::Form::Issued;
};

/// Throws what PoDoFo throws; see guarded().
std::string write_file(const FileParts& parts);

}  // namespace madoguchi::render::pdf
