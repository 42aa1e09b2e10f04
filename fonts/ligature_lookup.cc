#include "fonts/ligature_lookup.h"

#include <cstddef>
#include <cstdint>

namespace madoguchi::fonts {

namespace {

constexpr unsigned ligature_type = 4, extension_type = 7;
constexpr unsigned ignore_base_glyphs = 0x2, ignore_ligatures = 0x4;

/// Numbers of a table; what lies outside is noticed once and for all.
class Numbers {
  public:
    explicit Numbers(ByteView table) : table_(table) {}

    std::size_t u16(std::size_t at) {
        if (at + 2 > table_.size()) return fail();
        return static_cast<std::size_t>(table_[at] << 8 | table_[at + 1]);
    }
    std::size_t u32(std::size_t at) { return u16(at) << 16 | u16(at + 2); }
    bool sound() const { return sound_; }

  private:
    std::size_t fail() {
        sound_ = false;
        return 0;
    }

    ByteView table_;
    bool sound_ = true;
};

class LigatureReader {
  public:
    LigatureReader(ByteView gsub, unsigned lookup) : numbers_(gsub) {
        const std::size_t list = numbers_.u16(8);
        if (lookup < numbers_.u16(list)) lookup_ = list + numbers_.u16(list + 2 + 2 * lookup);
    }

    bool read() {
        if (lookup_ == 0 || (numbers_.u16(lookup_ + 2) & (ignore_base_glyphs | ignore_ligatures)))
            return false;
        const std::size_t type = numbers_.u16(lookup_), count = numbers_.u16(lookup_ + 4);
        for (std::size_t i = 0; i < count; ++i) {
            std::size_t subtable = lookup_ + numbers_.u16(lookup_ + 6 + 2 * i);
            std::size_t own_type = type;
            if (type == extension_type) {
                own_type = numbers_.u16(subtable + 2);
                subtable += numbers_.u32(subtable + 4);
            }
            if (own_type != ligature_type || !read_subtable(subtable)) return false;
        }
        return numbers_.sound();
    }

    std::vector<GlyphId> take_seconds() { return std::move(seconds_); }

  private:
    bool read_subtable(std::size_t subtable) {
        if (numbers_.u16(subtable) != 1) return false;
        const std::size_t sets = numbers_.u16(subtable + 4);
        for (std::size_t i = 0; i < sets && numbers_.sound(); ++i) {
            if (!read_set(subtable + numbers_.u16(subtable + 6 + 2 * i))) return false;
        }
        return numbers_.sound();
    }

    bool read_set(std::size_t set) {
        const std::size_t ligatures = numbers_.u16(set);
        for (std::size_t i = 0; i < ligatures && numbers_.sound(); ++i) {
            const std::size_t ligature = set + numbers_.u16(set + 2 + 2 * i);
            // A ligature of one glyph replaces it wherever it stands.
            if (numbers_.u16(ligature + 2) < 2) return false;
            seconds_.push_back(static_cast<GlyphId>(numbers_.u16(ligature + 4)));
        }
        return numbers_.sound();
    }

    Numbers numbers_;
    std::size_t lookup_ = 0;
    std::vector<GlyphId> seconds_;
};

}  // namespace

std::optional<std::vector<GlyphId>> ligature_seconds(ByteView gsub, unsigned lookup) {
    LigatureReader reader(gsub, lookup);
    if (!reader.read()) return std::nullopt;
    return reader.take_seconds();
}

}  // namespace madoguchi::fonts
