// Characters whose own glyph and advance are all that shaping could answer in a horizontal line:
// the bulk of Japanese text. They are looked up, not shaped.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>

#include "fonts/face.h"

namespace madoguchi::fonts {

class FaceSet;

struct PlainCharacter {
    std::uint8_t link = 0;  ///< place of its face in the chain
    GlyphId glyph = 0;
    std::uint16_t advance = 0;  ///< font units
    /// Together they may be a ligature when the one follows the other.
    bool may_begin_ligature = false, may_end_ligature = false;
};

/// What is known so far of the characters of one FaceSet. Each entry is one word, so threads read
/// and write without locks; one that two threads look for at once is the same from both.
class PlainCharacters {
  public:
    PlainCharacters();
    ~PlainCharacters();
    PlainCharacters(const PlainCharacters&) = delete;
    PlainCharacters& operator=(const PlainCharacters&) = delete;

    /// Nothing for a character that must be shaped, or that no face has. `faces` is the set to
    /// which this table belongs.
    std::optional<PlainCharacter> find(const FaceSet& faces, char32_t code_point) {
        const std::size_t number = code_point / page_size;
        const Page* page =
            number < page_count ? pages_[number].load(std::memory_order_acquire) : nullptr;
        std::uint64_t entry =
            page ? (*page)[code_point % page_size].load(std::memory_order_relaxed) : 0;
        if (entry == 0) entry = learn(faces, code_point);
        if ((entry & plain) == 0) return std::nullopt;
        return PlainCharacter{static_cast<std::uint8_t>(entry >> 40 & 0xff),
                              static_cast<GlyphId>(entry >> 16 & 0xffffff),
                              static_cast<std::uint16_t>(entry & 0xffff),
                              (entry & begins_ligature) != 0, (entry & ends_ligature) != 0};
    }

  private:
    /// An entry: bit 63 known, 62 plain, 61 may begin and 60 may end a ligature, 40-47 place in the
    /// chain, 16-39 glyph, 0-15 advance.
    static constexpr std::uint64_t known = std::uint64_t{1} << 63, plain = std::uint64_t{1} << 62,
                                   begins_ligature = std::uint64_t{1} << 61,
                                   ends_ligature = std::uint64_t{1} << 60;
    static constexpr std::size_t page_size = 256, page_count = 0x110000 / page_size;
    using Page = std::array<std::atomic<std::uint64_t>, page_size>;

    std::uint64_t learn(const FaceSet& faces, char32_t code_point);
    static std::uint64_t look_up(const FaceSet& faces, char32_t code_point);

    std::array<std::atomic<Page*>, page_count> pages_{};
};

}  // namespace madoguchi::fonts
