// A finished subset font: its program, its widths and its ToUnicode table, ready to be written as a
// Type 0 font with one descendant CIDFont (ISO 32000-1, 9.7).
#pragma once

#include <string>

#include "base/result.h"
#include "render/pdf/deflate_code.h"
#include "render/pdf/font.h"
#include "render/pdf/object.h"

namespace madoguchi::render::pdf {

/// Bits: in which directions a font is used.
using FontDirections = unsigned;
inline constexpr FontDirections horizontal_use = 1, vertical_use = 2;

/// Numbers of the font descriptor, thousandths of an em.
struct DescriptorMetrics {
    std::string bounding_box;  ///< "[l b r t]"
    std::string italic_angle;
    int ascent = 0, descent = 0, cap_height = 0;
};

/// A plain value, shared by all threads when it belongs to a prepared form.
struct EmbeddedFont {
    std::string base_font;  ///< "ABCDEF+IPAmjMincho"
    fonts::ProgramFormat format = fonts::ProgramFormat::TrueType;
    StreamData program;
    StreamData to_unicode;
    std::string widths;           ///< the W array
    std::string vertical_widths;  ///< the W2 array; empty without vertical use
    DescriptorMetrics descriptor;
};

/// For Effort::Record: codes of what a font is made of.
struct FontCodes {
    DeflateCode program, to_unicode;
};

/// `ordinal` tells fonts of one file apart that hold the same glyphs of the same face. Fails when
/// the face's tables contradict themselves.
Result<EmbeddedFont> embed(const FontUse& font, unsigned ordinal, FontDirections directions,
                           Effort effort, const FontCodes* codes = nullptr);

struct FontObjects {
    ObjectId horizontal, vertical;  ///< 0: not used in that direction
};

FontObjects write_font(ObjectFile& file, const EmbeddedFont& font, FontDirections directions);

/// The CMap that maps codes to texts (ISO 32000-1, 9.10.3).
std::string to_unicode_cmap(const CodeTable& codes);

}  // namespace madoguchi::render::pdf
