#include "fonts/glyf.h"

namespace madoguchi::fonts {

namespace {

constexpr std::size_t header_bytes = 10;

/// Flags of a component (OpenType, glyf, "Composite glyph description").
enum ComponentFlag : unsigned {
    words = 0x0001,
    one_scale = 0x0008,
    more_components = 0x0020,
    two_scales = 0x0040,
    two_by_two = 0x0080,
};

std::size_t component_bytes(unsigned flags) {
    const std::size_t arguments = (flags & words) != 0 ? 4 : 2;
    const std::size_t scale = (flags & one_scale) != 0    ? 2
                              : (flags & two_scales) != 0 ? 4
                              : (flags & two_by_two) != 0 ? 8
                                                          : 0;
    return 4 + arguments + scale;
}

}  // namespace

std::optional<ByteView> GlyfTables::glyph(GlyphId id) const {
    if (id >= glyph_count) return std::nullopt;
    const std::size_t begin = long_offsets ? read_u32(loca, id * 4) : read_u16(loca, id * 2) * 2U;
    const std::size_t end =
        long_offsets ? read_u32(loca, id * 4 + 4) : read_u16(loca, id * 2 + 2) * 2U;
    if (begin > end || end > glyf.size()) return std::nullopt;
    return glyf.subspan(begin, end - begin);
}

std::optional<GlyfTables> read_glyf_tables(const Face& face) {
    const ByteView head = face.table("head");
    if (head.size() < 54) return std::nullopt;
    GlyfTables tables;
    tables.glyf = face.table("glyf");
    tables.loca = face.table("loca");
    tables.long_offsets = read_u16(head, 50) != 0;
    tables.glyph_count = face.glyph_count();
    const std::size_t width = tables.long_offsets ? 4 : 2;
    if (tables.loca.size() < (tables.glyph_count + std::size_t{1}) * width) return std::nullopt;
    return tables;
}

bool is_composite(ByteView glyph) {
    return glyph.size() >= header_bytes && (glyph[0] & 0x80) != 0;
}

bool append_simple_glyph(ByteView glyph, Bytes& out) {
    if (glyph.empty()) return true;
    if (glyph.size() < header_bytes) return false;
    const std::size_t contours = read_u16(glyph, 0);
    if (contours == 0) return true;
    const std::size_t length_at = header_bytes + contours * 2;
    if (length_at + 2 > glyph.size()) return false;
    const std::size_t points_at = length_at + 2 + read_u16(glyph, length_at);
    if (points_at > glyph.size()) return false;
    const auto begin = glyph.begin();
    out.insert(out.end(), begin, begin + static_cast<std::ptrdiff_t>(length_at));
    append_u16(out, 0);
    out.insert(out.end(), begin + static_cast<std::ptrdiff_t>(points_at), glyph.end());
    return true;
}

std::optional<Components> read_components(ByteView composite) {
    Components components;
    std::size_t at = header_bytes;
    unsigned flags = more_components;
    while ((flags & more_components) != 0) {
        if (at + 4 > composite.size()) return std::nullopt;
        flags = read_u16(composite, at);
        components.list.push_back({read_u16(composite, at + 2), at, at + 2});
        at += component_bytes(flags);
        if (at > composite.size()) return std::nullopt;
    }
    components.end = at;
    return components;
}

}  // namespace madoguchi::fonts
