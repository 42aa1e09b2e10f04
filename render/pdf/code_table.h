// Which code shows which glyph for which text: the table that is asked for every glyph written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/face.h"

namespace madoguchi::render::pdf {

struct GlyphCode {
    std::uint16_t code = 0;
    bool exact = true;  ///< false: ToUnicode gives this code another text, ActualText must help
    std::int16_t blank = 0;  ///< part of the width: stands behind the glyph as the face has it
    std::int32_t width = 0;  ///< thousandths of an em, as the font's W array says
};

/// The first bytes of a text as a number: most texts are not longer.
inline constexpr std::size_t text_start_size = 4;
inline std::uint32_t text_start(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return std::uint32_t{static_cast<unsigned char>(text[i])} << (8 * i);
    };
    if (text.size() >= text_start_size) return byte(0) | byte(1) | byte(2) | byte(3);
    if (text.size() == 3) return byte(0) | byte(1) | byte(2);
    if (text.size() == 2) return byte(0) | byte(1);
    return text.empty() ? 0 : byte(0);
}

/// An insert-only hash table in flat memory; entries keep the order of insertion.
class CodeTable {
  public:
    struct Entry {
        fonts::GlyphId glyph = 0;
        std::uint32_t text_start = 0;
        std::uint32_t text_offset = 0, text_size = 0;
        GlyphCode code;
    };

    const GlyphCode* find(fonts::GlyphId glyph, std::string_view text, int blank = 0) const;
    /// Only for what is not there yet.
    const GlyphCode& insert(fonts::GlyphId glyph, std::string_view text, GlyphCode code);

    /// Forgets all entries but the first `count`.
    void truncate(std::size_t count);

    const std::vector<Entry>& entries() const { return entries_; }
    std::string_view text(const Entry& entry) const {
        return std::string_view(texts_).substr(entry.text_offset, entry.text_size);
    }

  private:
    std::size_t first_slot(fonts::GlyphId glyph, std::uint32_t text_start) const;
    void fill_slots(std::size_t count);

    std::vector<Entry> entries_;
    std::string texts_;
    std::vector<std::uint32_t> slots_;  ///< index into entries_ plus one; 0 is free
};

}  // namespace madoguchi::render::pdf
