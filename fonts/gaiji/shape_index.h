// The shapes of all characters of a font, ready to be compared with a drawing.
//
// The file, little-endian; it is mapped and read in place:
//
//     8 bytes "MADOSHP2"
//     u32  cells, u32 directions      the grid of the features (fonts/gaiji/shape_feature.h)
//     u64  digest of the font's tables (digest_of_font)
//     u32  number of entries, u32 checksum (fonts/whole_file.h)
//     then for each entry u32 number of the character, u32 glyph,
//     then for each entry its feature, cells × cells × directions bytes.
//
// Whatever changes in shapes or features changes the mark or the grid, so that an index of another
// making is refused. It is made anew by `madoguchi characters index`.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/character.h"
#include "fonts/font_file.h"
#include "fonts/gaiji/shape_feature.h"

namespace madoguchi::fonts {

/// FNV-1a over the words of the tables that draw and name glyphs: tells fonts and editions apart
/// (it does not defend against somebody who means to deceive).
std::uint64_t digest_of_font(const Face& face);

struct IndexedGlyph {
    std::uint32_t number = 0;  ///< of MJ or GJ
    GlyphId glyph = 0;
};

/// Immutable; safe to use from many threads at once.
class ShapeIndex {
  public:
    static constexpr FeatureGrid grid{8, 4};

    /// The file's bytes for these glyphs of the face; those that draw nothing are left out.
    static Bytes make(const Face& face, std::span<const IndexedGlyph> glyphs);

    /// Findings "shapes.unreadable", "shapes.other-version", "shapes.malformed" (also when the
    /// bytes are not those of the checksum), "shapes.other-font". `set` is whose numbers the
    /// entries bear.
    static Result<std::shared_ptr<const ShapeIndex>> open(const std::filesystem::path& file,
                                                          std::shared_ptr<const Face> face,
                                                          NamedCharacter::Set set);
    static Result<std::shared_ptr<const ShapeIndex>> from_bytes(Bytes bytes, std::string name,
                                                                std::shared_ptr<const Face> face,
                                                                NamedCharacter::Set set);

    std::size_t size() const { return count_; }
    IndexedGlyph operator[](std::size_t entry) const;
    std::span<const std::uint8_t> feature(std::size_t entry) const;
    const std::shared_ptr<const Face>& face() const { return face_; }
    NamedCharacter::Set set() const { return set_; }

  private:
    ShapeIndex(FontFile file, std::shared_ptr<const Face> face, NamedCharacter::Set set);
    static Result<std::shared_ptr<const ShapeIndex>> create(FontFile file,
                                                            std::shared_ptr<const Face> face,
                                                            NamedCharacter::Set set);

    FontFile file_;
    std::shared_ptr<const Face> face_;
    NamedCharacter::Set set_;
    std::size_t count_ = 0;
};

}  // namespace madoguchi::fonts
