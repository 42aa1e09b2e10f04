// One face of one font file, mapped into memory: which glyph it has for what, and how large each
// is.
//
// Immutable after open() and safe to use from many threads at once. Measures are in font units
// (units_per_em to the em), y upwards. HarfBuzz answers everything but names, embedding permission
// and the check of the file, which are FreeType's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

struct hb_face_t;
struct hb_font_t;

namespace madoguchi::fonts {

using GlyphId = std::uint32_t;
struct FeatureReach;
class FontFile;

enum class OutlineFormat {
    TrueType,     ///< glyf
    CidKeyedCff,  ///< CFF whose charset holds CIDs
    NameKeyedCff,
};

struct GlyphBox {
    int left = 0, bottom = 0, right = 0, top = 0;
};

struct FaceMetrics {
    int units_per_em = 1000;
    int ascent = 880;    ///< above the baseline, positive
    int descent = -120;  ///< below the baseline, negative
    int cap_height = 700;
    double italic_angle = 0;
    GlyphBox bounding_box;
};

/// OS/2 fsType, as far as it matters here.
enum class Embedding { Allowed, Forbidden };

class Face {
  public:
    /// Fails on a file that is missing, is no font, has no outlines, or lacks the tables that are
    /// leaned on.
    static Result<std::shared_ptr<const Face>> open(const std::filesystem::path& file,
                                                    unsigned index = 0);
    /// The same from memory, as for a tenant's gaiji font.
    static Result<std::shared_ptr<const Face>> from_bytes(Bytes font, std::string name);
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    const std::string& postscript_name() const;
    OutlineFormat outline_format() const;
    Embedding embedding() const;
    const FaceMetrics& metrics() const;
    GlyphId glyph_count() const;

    /// Nothing when the face has none: glyph 0 is never an answer.
    std::optional<GlyphId> glyph(char32_t code_point) const;
    /// Only for sequences that the face names itself (cmap format 14), default or not.
    std::optional<GlyphId> glyph(char32_t base, char32_t selector) const;
    /// By the glyph's PostScript name, in any case: "MJ003719" finds "mj003719".
    std::optional<GlyphId> glyph_by_name(std::string_view name) const;
    /// The glyph's PostScript name; empty where the font names none.
    std::string glyph_name(GlyphId glyph) const;

    int advance(GlyphId glyph) const;
    /// Positive, downwards.
    int vertical_advance(GlyphId glyph) const;
    /// The point of the glyph's own coordinates that stands on the centre line of a vertical line.
    struct VerticalOrigin {
        int x = 0, y = 0;
    };
    VerticalOrigin vertical_origin(GlyphId glyph) const;

    /// One sfnt table, empty when absent. Lives as long as the face.
    ByteView table(std::string_view four_letter_tag) const;

    /// The CID of a glyph of a CID-keyed CFF face (0 where it has none); of other faces the glyph
    /// itself.
    std::uint16_t cid(GlyphId glyph) const;

    /// Which glyphs features can change; computed when first asked for.
    const FeatureReach& feature_reach() const;

    hb_face_t* harfbuzz_face() const;
    hb_font_t* harfbuzz_font() const;  ///< scaled to units_per_em

  private:
    Face();
    static Result<std::shared_ptr<const Face>> create(FontFile file, unsigned index);
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace madoguchi::fonts
