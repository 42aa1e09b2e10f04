// The fonts of one file: those a prepared form brought, and those that grow with the data. It
// answers for each glyph in which font and under which code it is shown.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "render/pdf/embedded_font.h"

namespace madoguchi::render::pdf {

/// A font of a prepared form's static layers: finished, and shared by all files.
struct PreparedFont {
    FontUse use;
    EmbeddedFont embedded;
};

struct PooledGlyph {
    std::uint32_t font = 0;  ///< prepared fonts first, then own()
    GlyphCode code;
};

/// An answer that may be asked for again soon. Only short texts are kept.
struct RecentGlyph {
    fonts::GlyphId glyph = 0;  ///< 0: nothing
    std::uint32_t text_start = 0;
    std::uint16_t text_size = 0;
    std::int16_t blank = 0;
    PooledGlyph pooled;
};

class FontPool {
  public:
    /// For static layers.
    FontPool() : own_letter_('S') {}
    /// For data layers over a prepared form; `prepared` outlives the pool.
    explicit FontPool(std::span<const PreparedFont> prepared);

    /// The fonts that hold one face's glyphs. Valid until the next call of face().
    struct FaceFonts {
        const fonts::Face* face = nullptr;
        std::vector<std::uint32_t> prepared, own;
        std::vector<RecentGlyph> recent;  ///< by glyph, modulo its size
        /// Whether a glyph may have a code of its own for the blank behind it.
        bool has_blanks() const { return face->outline_format() == fonts::OutlineFormat::TrueType; }
        /// Thousandths of an em, as the W array says.
        int width(fonts::GlyphId glyph) const { return glyph_width(*face, glyph); }
    };
    FaceFonts& face(const fonts::Face& face);

    /// Never fails: a face whose codes are all taken gets a further font.
    PooledGlyph glyph(FaceFonts& fonts, fonts::GlyphId glyph, std::string_view text,
                      int blank = 0) {
        RecentGlyph& recent = fonts.recent[glyph % most_recent];
        const bool known = recent.glyph == glyph && recent.blank == blank &&
                           recent.text_size == text.size() &&
                           recent.text_start == text_start(text) && glyph != 0;
        if (known) return recent.pooled;
        const PooledGlyph found = find_or_add(fonts, glyph, text, blank);
        if (text.size() <= text_start_size) {
            recent = {glyph, text_start(text), static_cast<std::uint16_t>(text.size()),
                      static_cast<std::int16_t>(blank), found};
        }
        return found;
    }

    /// "S0" … for fonts of static layers, "R0" … for those of records, with "v" for vertical lines.
    const std::string& resource_name(std::uint32_t font, FontDirections direction) const {
        return names_[font][direction == vertical_use ? 1 : 0];
    }

    /// How much there is now; rollback() forgets what came later, so that a document that fails
    /// leaves nothing of its person in the file.
    using Mark = std::vector<std::size_t>;
    Mark mark() const;
    void rollback(const Mark& mark);

    const std::vector<FontUse>& own() const { return own_; }
    std::vector<FontUse> take_own() && { return std::move(own_); }

  private:
    static constexpr std::size_t most_recent = 1024;

    PooledGlyph find_or_add(FaceFonts& fonts, fonts::GlyphId glyph, std::string_view text,
                            int blank);

    void add_name(char letter, std::size_t number);

    char own_letter_ = 'R';
    std::span<const PreparedFont> prepared_;
    std::vector<FontUse> own_;
    std::vector<FaceFonts> faces_;
    std::vector<std::array<std::string, 2>> names_;  ///< of all fonts, horizontal and vertical
};

}  // namespace madoguchi::render::pdf
