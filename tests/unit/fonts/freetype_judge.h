// FreeType's reading of a font, against which ours is held.
#pragma once

#include <memory>
#include <string>

#include "base/bytes.h"
#include "fonts/outline.h"

struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace madoguchi::fonts {

class FreeTypeJudge {
  public:
    static FreeTypeJudge of_file(const std::string& path, long index);
    static FreeTypeJudge of_bytes(const Bytes& font);

    bool opened() const { return face_ != nullptr; }
    unsigned glyph_count() const;
    unsigned glyph(char32_t code_point) const;
    std::string glyph_name(unsigned glyph) const;
    int advance(unsigned glyph) const;
    /// In font units, without lines of no length.
    Outline outline(unsigned glyph) const;
    unsigned cid(unsigned glyph) const;

  private:
    FreeTypeJudge();
    std::shared_ptr<FT_LibraryRec_> library_;
    std::shared_ptr<FT_FaceRec_> face_;
    Bytes bytes_;
};

/// The outline without lines of no length, which readers add and leave out as they please.
Outline without_empty_lines(const Outline& outline);

/// The largest distance between the points of two outlines of the same steps; huge if they differ.
double distance(const Outline& a, const Outline& b);

}  // namespace madoguchi::fonts
