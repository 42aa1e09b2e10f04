// Frames made by hand for the tests of the PDF writer: text through the real fonts and shaping,
// without templates and layout.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "fonts/face_set.h"
#include "render/frame/frame.h"
#include "render/pdf/document.h"

namespace madoguchi::render::tests {

std::shared_ptr<const fonts::Face> ipamj();
/// Noto Serif CJK JP: a CID-keyed CFF face.
std::shared_ptr<const fonts::Face> noto_serif();

struct RunStyle {
    std::shared_ptr<const fonts::Face> face = ipamj();
    double size = 10;  ///< points
    double condense = 1;
    RunDirection direction = RunDirection::Horizontal;
};

/// `text` shaped in one face, from `at` (points from the top left corner), as one item.
Item text_item(std::string_view text, Point at, RunStyle style = {});
/// One glyph that says `text`, whatever glyph it is.
Item glyph_item(fonts::GlyphId glyph, std::string_view text, Point at, RunStyle style = {});

Point at_points(double x, double y);
Size a4();

/// A sheet of A4 with the items as its data layer.
Document document_of(std::vector<Item> items, std::shared_ptr<const Frame> static_layer = nullptr);

/// A form without static layers.
std::shared_ptr<const PreparedPdf> empty_form();
std::shared_ptr<const PreparedPdf> form_with(const std::shared_ptr<const Frame>& layer);

/// The finished file; the test fails when there is none.
std::string write(const PreparedPdf& form, const Document& document, PdfOptions options = {});

/// One page with everything the writer can do: label layer, names, gaiji, vertical, condensed and
/// wide-set text, lines, a transparent picture.
struct FullForm {
    std::shared_ptr<const Frame> layer;
    std::shared_ptr<const PreparedPdf> prepared;
    Document document;
};
const FullForm& full_form();

/// 2×2 pixels, two of them half transparent.
std::shared_ptr<const std::vector<std::uint8_t>> small_png();

}  // namespace madoguchi::render::tests
