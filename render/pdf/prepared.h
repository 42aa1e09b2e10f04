// What a prepared form brings into every file.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "render/pdf/content.h"
#include "render/pdf/deflate_code.h"
#include "render/pdf/document.h"

namespace madoguchi::render {

class PreparedPdf {
  public:
    PreparedPdf(pdf::DeflateCode pages, pdf::FontCodes record_fonts)
        : page_code(std::move(pages)), font_codes(std::move(record_fonts)) {}

    struct Layer {
        std::shared_ptr<const Frame> frame;  ///< known by its address
        pdf::StreamData content;
        pdf::UsedResources used;
    };

    std::vector<Layer> layers;
    std::vector<pdf::PreparedFont> fonts;
    std::vector<pdf::PooledImage> images;
    pdf::StreamData colour_profile;
    /// Of what each person's file pays for: pages, and fonts as those of the layers.
    pdf::DeflateCode page_code;
    pdf::FontCodes font_codes;
    std::string content_hash;
};

}  // namespace madoguchi::render
