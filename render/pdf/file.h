// What stands in a file beside its pages: fonts, pictures, layers and what the file says of itself.
//
// Pages come in chapters: those of one share a resource dictionary, and with it the fonts that grew
// with their data. What a prepared form brings is written once, when a chapter first shows it.
#pragma once

#include <string>
#include <vector>

#include "render/pdf/metadata.h"
#include "render/pdf/prepared.h"

namespace madoguchi::render::pdf {

/// Of a prepared form's fonts, pictures and layers: under which numbers they stand in the file, 0
/// when no chapter has shown them yet.
struct PreparedObjects {
    std::vector<FontObjects> fonts;
    std::vector<ObjectId> images, layers;

    explicit PreparedObjects(const PreparedPdf& prepared);
    /// All of them in this order, fonts by their two directions; read() takes them back.
    std::vector<std::uint32_t> numbers() const;
    void read(const std::vector<std::uint32_t>& numbers);
};

/// What the pages of a chapter show, decided when the last of them has been written.
struct ChapterParts {
    const PreparedPdf& prepared;
    const FontPool& fonts;
    const ImagePool& images;
    const ShapePool& shapes;
    const UsedResources& used;
    const std::vector<bool>& layer_used;
    std::vector<EmbeddedFont> own_fonts;
};

/// Writes what the file has not got yet, and the chapter's resource dictionary as `resources`.
void finish_chapter(ObjectFile& file, const ChapterParts& parts, PreparedObjects& prepared,
                    ObjectId resources);

/// What the catalogue names.
struct FileParts {
    ObjectId catalog, pages;
    ObjectId structure;                         ///< 0: the file is not tagged
    const PdfAttachment* attachment = nullptr;  ///< may be none
    PrintHints hints = {};
    ObjectId signature;  ///< the field; 0: none
};

/// Writes all that is left, to the end of the file.
Result<Done> finish_file(ObjectFile& file, const PreparedPdf& prepared, const Metadata& metadata,
                         const FileParts& parts);

}  // namespace madoguchi::render::pdf
