// What stands in a file beside its pages: fonts, pictures, layers and what the file says of itself.
#pragma once

#include <string>
#include <vector>

#include "render/pdf/metadata.h"
#include "render/pdf/prepared.h"

namespace madoguchi::render::pdf {

/// Everything that is decided when the last page has been written.
struct FileParts {
    const PreparedPdf& prepared;
    const FontPool& fonts;
    const ImagePool& images;
    const ShapePool& shapes;
    const UsedResources& used;
    const std::vector<bool>& layer_used;
    std::vector<EmbeddedFont> own_fonts;
    Metadata metadata;
};

/// Objects that pages refer to before they are written.
struct FileRoots {
    ObjectId catalog, resources, pages;
};

/// Writes all that is left, to the end of the file.
Result<Done> finish_file(ObjectFile& file, const FileParts& parts, const FileRoots& roots);

}  // namespace madoguchi::render::pdf
