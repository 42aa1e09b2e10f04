// What somebody else's file says a character looks like: a font, a drawing or a picture.
//
// The bytes are hostile until shown otherwise, and the libraries that read them have had faults:
// read_upload() runs only in a confined process (api/gaiji/reader.h).
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "fonts/gaiji/gaiji_entry.h"

namespace madoguchi::fonts {

struct UploadedGlyph {
    char32_t code_point = 0;  ///< private use; 0: the file names none (a drawing)
    GaijiDrawing drawing;
};
struct UploadedGlyphs {
    std::vector<UploadedGlyph> glyphs;  ///< by code point
    std::vector<char32_t> blanks;       ///< codes whose glyph draws nothing; they are not glyphs
};

/// A picture of one character, to be traced.
struct UploadedBitmap {
    std::size_t width = 0, height = 0;
    std::vector<bool> ink;  ///< row by row from the top
};

/// Why a file cannot be read. `place` is what explain_fault() says of it.
struct UploadFault {
    enum class Kind {
        UnknownKind,         ///< no font, drawing or picture that is read here
        CutShort,            ///< place: the byte at which something should be that is not there
        BrokenFont,          ///< FreeType refuses it
        FontCollection,      ///< several fonts in one file
        EmbeddingForbidden,  ///< by the font's maker (OS/2 fsType)
        NoOutlines,          ///< a font of bitmaps
        NoPrivateUse,        ///< a font without a private-use character
        BrokenGlyph,         ///< place: the code point
        TooManyGlyphs,       ///< place: how many may be
        TooComplicated,      ///< place: the code point, 0 for a drawing
        BrokenSvg,           ///< place: the byte
        UnsupportedSvg,      ///< place: the byte at which the element begins that changes the shape
        NotOnePath,          ///< place: the byte of the second path, or 0 when there is none
        BadMeasures,         ///< place: the byte, or 0
        BrokenPicture,       ///< place: the byte, or 0 where the library does not say
        UnsupportedPicture,  ///< place: the byte that says so
        TooManyPixels,       ///< place: the greatest side
        Blank,               ///< nothing is drawn
    };
    Kind kind = Kind::UnknownKind;
    std::size_t place = 0;
    bool operator==(const UploadFault&) const = default;
};
/// Finding "gaiji.unreadable" or "gaiji.too-large" about the file of that name.
Diagnostic explain_fault(UploadFault fault, const std::string& file);

using UploadAnswer = std::variant<UploadedGlyphs, UploadedBitmap, UploadFault>;

inline constexpr std::size_t most_upload_glyphs = 20000;
inline constexpr std::size_t most_glyph_steps = 20000;
inline constexpr std::size_t most_upload_steps = 4'000'000;  ///< of all outlines of a file
inline constexpr std::size_t greatest_picture_side = 4096;

/// The kind is what the bytes are, whatever the file is called: OpenType and TrueType (EUDC.TTE),
/// WOFF, WOFF2, SVG, path data, PNG, BMP, PBM. Of a font every private-use character of its Unicode
/// table, scaled from its em to 1000 units.
UploadAnswer read_upload(ByteView file);

}  // namespace madoguchi::fonts
