// What a prepared form brings into every file.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "render/pdf/content.h"
#include "render/pdf/document.h"

namespace madoguchi::render {

class PreparedPdf {
  public:
    struct Layer {
        std::shared_ptr<const Frame> frame;  ///< known by its address
        pdf::StreamData content;
        pdf::UsedResources used;
    };

    std::vector<Layer> layers;
    std::vector<pdf::PreparedFont> fonts;
    std::vector<pdf::PooledImage> images;
    pdf::StreamData colour_profile;
    std::string content_hash;
};

}  // namespace madoguchi::render
