// A frame as a content stream.
//
// Frames measure from the top left corner downwards, PDF from the bottom left upwards; lengths are
// turned one by one, so that text never stands under a mirrored matrix.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "render/frame/frame.h"
#include "render/pdf/font_pool.h"
#include "render/pdf/image_pool.h"
#include "render/pdf/marked_content.h"
#include "render/pdf/operators.h"
#include "render/pdf/shape_pool.h"

namespace madoguchi::render::pdf {

/// Which fonts and pictures a stream shows, by their number in the pools.
struct UsedResources {
    std::vector<FontDirections> fonts;
    std::vector<bool> images;

    void use_font(std::size_t font, FontDirections direction);
    void use_image(std::size_t image);
    void merge(const UsedResources& other);
    FontDirections font(std::size_t index) const;
    bool image(std::size_t index) const;
};

/// What content is written with; the pools outlive it.
struct ContentContext {
    FontPool& fonts;
    ImagePool& images;
    const Elements& elements;
    UsedResources used;
    Diagnostics findings;
    /// None for content that is written once: it holds its shapes itself.
    ShapePool* shapes = nullptr;
    StringForm strings = StringForm::Hex;
    /// None in a file that is not tagged.
    MarkedContent* marks = nullptr;
};

/// `top` is where y = 0 of the frame stands above the bottom of the sheet. What cannot be written
/// is left out and listed in context.findings.
std::string write_content(const Frame& frame, Length top, ContentContext& context);

/// A finding that knows the element it is about.
Diagnostic finding_at(const ContentContext& context, ElementIndex element, std::string code,
                      BilingualText message);

}  // namespace madoguchi::render::pdf
