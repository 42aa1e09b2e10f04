#include "fonts/face_check.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include FT_FONT_FORMATS_H

#include <memory>
#include <string_view>

namespace madoguchi::fonts {

namespace {

struct FreeTypeDeleter {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Library = std::unique_ptr<FT_LibraryRec_, FreeTypeDeleter>;
using OpenFace = std::unique_ptr<FT_FaceRec_, FreeTypeDeleter>;

Diagnostic not_a_font(const std::string& name) {
    return font_finding(
        "font.not-a-font", name,
        {"「" + name + "」はフォントとして読めません（壊れているか、フォントではありません）。",
         "\"" + name + "\" cannot be read as a font: it is damaged, or is none."},
        {"TrueType または OpenType 形式のフォントファイルを指定してください。",
         "Give a font file in TrueType or OpenType format."});
}

Diagnostic no_outlines(const std::string& name) {
    return font_finding(
        "font.no-outlines", name,
        {"「" + name + "」には利用できる輪郭（glyf または CFF）がありません。",
         "\"" + name + "\" has no outlines (glyf or CFF) that can be used."},
        {"ビットマップやカラー、可変フォントではなく、輪郭を持つフォントを指定してください。",
         "Give a font with outlines, not one of bitmaps, colours or variations (CFF2)."});
}

/// A name that may stand in a PDF (ISO 32000-2, 7.3.5) without escapes.
std::string plain_name(const char* name) {
    std::string plain;
    for (const char letter : std::string_view(name == nullptr ? "" : name)) {
        const bool regular = letter > ' ' && letter < 0x7f &&
                             std::string_view("[](){}<>/%#").find(letter) == std::string_view::npos;
        if (regular) plain += letter;
    }
    return plain.empty() ? "Unnamed" : plain;
}

Embedding embedding_in(const TT_OS2* os2) {
    return os2 == nullptr ? Embedding::Allowed : embedding_of(os2->fsType);
}

/// The typographic ascent and descent where they span exactly one em, as they do in Japanese fonts:
/// the box that characters are set in. hhea's otherwise.
void set_line_metrics(FT_Face face, const TT_OS2* os2, FaceMetrics& metrics) {
    metrics.ascent = face->ascender;
    metrics.descent = face->descender;
    if (os2 == nullptr) return;
    if (os2->sTypoAscender - os2->sTypoDescender == metrics.units_per_em) {
        metrics.ascent = os2->sTypoAscender;
        metrics.descent = os2->sTypoDescender;
    }
    if (os2->version >= 2 && os2->version != 0xffff && os2->sCapHeight > 0) {
        metrics.cap_height = os2->sCapHeight;
    }
}

FaceMetrics metrics_of(FT_Face face) {
    const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    const auto* post = static_cast<const TT_Postscript*>(FT_Get_Sfnt_Table(face, FT_SFNT_POST));
    FaceMetrics metrics;
    metrics.units_per_em = face->units_per_EM;
    metrics.cap_height = metrics.units_per_em * 7 / 10;
    set_line_metrics(face, os2, metrics);
    if (post != nullptr) metrics.italic_angle = static_cast<double>(post->italicAngle) / 65536;
    metrics.bounding_box = {static_cast<int>(face->bbox.xMin), static_cast<int>(face->bbox.yMin),
                            static_cast<int>(face->bbox.xMax), static_cast<int>(face->bbox.yMax)};
    return metrics;
}

}  // namespace

Embedding embedding_of(unsigned fs_type) {
    const bool restricted = (fs_type & 0x000e) == 0x0002;
    return restricted || (fs_type & 0x0300) != 0 ? Embedding::Forbidden : Embedding::Allowed;
}

Result<FaceFacts> check_face(const FontFile& file, unsigned index) {
    FT_Library raw_library = nullptr;
    if (FT_Init_FreeType(&raw_library) != 0) return not_a_font(file.name());
    const Library library(raw_library);
    FT_Face raw_face = nullptr;
    const ByteView bytes = file.bytes();
    if (bytes.empty() ||
        FT_New_Memory_Face(raw_library, bytes.data(), static_cast<FT_Long>(bytes.size()),
                           static_cast<FT_Long>(index), &raw_face) != 0) {
        return not_a_font(file.name());
    }
    const OpenFace face(raw_face);
    if (!FT_IS_SFNT(raw_face) || !FT_IS_SCALABLE(raw_face) || raw_face->units_per_EM < 16) {
        return no_outlines(file.name());
    }
    FaceFacts facts;
    const std::string_view format = FT_Get_Font_Format(raw_face);
    facts.postscript_name = plain_name(FT_Get_Postscript_Name(raw_face));
    facts.outline_format =
        format == "TrueType" ? OutlineFormat::TrueType : OutlineFormat::NameKeyedCff;
    facts.embedding =
        embedding_in(static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(raw_face, FT_SFNT_OS2)));
    facts.metrics = metrics_of(raw_face);
    return facts;
}

}  // namespace madoguchi::fonts
