#include "fonts/glyph_names.h"

#include <hb.h>

#include <array>
#include <bit>
#include <cstring>

namespace madoguchi::fonts {

namespace {

/// The longest name of the OpenType specification has 63 letters (5176.CFF: 127).
using NameBuffer = std::array<char, 128>;

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// FNV-1a over the lower-case letters.
std::size_t hash_of(std::string_view name) {
    std::uint32_t hash = 2166136261U;
    for (const char letter : name) {
        hash = (hash ^ static_cast<std::uint8_t>(lower(letter))) * 16777619U;
    }
    return hash;
}

bool same_in_any_case(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower(a[i]) != lower(b[i])) return false;
    }
    return true;
}

std::string_view name_of(hb_font_t* font, GlyphId glyph, NameBuffer& buffer) {
    if (!hb_font_get_glyph_name(font, glyph, buffer.data(), static_cast<unsigned>(buffer.size())))
        return {};
    return {buffer.data(), std::strlen(buffer.data())};
}

}  // namespace

std::string glyph_name(hb_font_t* font, GlyphId glyph) {
    NameBuffer buffer;
    return std::string(name_of(font, glyph, buffer));
}

GlyphNames::GlyphNames(hb_font_t* font) : font_(font) {
    const unsigned count = hb_face_get_glyph_count(hb_font_get_face(font));
    slots_.resize(std::bit_ceil(std::size_t{count} * 2 + 1));
    NameBuffer buffer;
    for (GlyphId glyph = 1; glyph < count; ++glyph) {
        const std::string_view name = name_of(font, glyph, buffer);
        if (name.empty()) continue;
        std::size_t slot = hash_of(name) & (slots_.size() - 1);
        while (slots_[slot] != 0)
            slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = glyph;
    }
}

std::optional<GlyphId> GlyphNames::find(std::string_view wanted) const {
    std::optional<GlyphId> found;
    NameBuffer buffer;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash_of(wanted) & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
        const std::string_view name = name_of(font_, slots_[slot], buffer);
        if (name == wanted) return slots_[slot];
        if (!found && same_in_any_case(name, wanted)) found = slots_[slot];
    }
    return found;
}

}  // namespace madoguchi::fonts
