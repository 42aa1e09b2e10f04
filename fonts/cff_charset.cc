#include "fonts/cff_charset.h"

#include <algorithm>

namespace madoguchi::fonts {

namespace {

/// Where an INDEX (5176, section 5) ends, and its first object.
struct IndexPart {
    std::size_t end = 0;
    ByteView first;
};

std::size_t read_offset(ByteView bytes, std::size_t at, std::size_t width) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < width; ++i)
        value = value << 8 | bytes[at + i];
    return value;
}

std::optional<IndexPart> read_index(ByteView cff, std::size_t at) {
    if (at + 2 > cff.size()) return std::nullopt;
    const std::size_t count = read_u16(cff, at);
    if (count == 0) return IndexPart{at + 2, {}};
    if (at + 3 > cff.size()) return std::nullopt;
    const std::size_t width = cff[at + 2];
    const std::size_t offsets = at + 3;
    if (width < 1 || width > 4 || offsets + (count + 1) * width > cff.size()) return std::nullopt;
    // Offsets count from the byte before the data.
    const std::size_t data = offsets + (count + 1) * width - 1;
    const std::size_t first = data + read_offset(cff, offsets, width);
    const std::size_t second = data + read_offset(cff, offsets + width, width);
    const std::size_t end = data + read_offset(cff, offsets + count * width, width);
    if (first > second || second > end || end > cff.size()) return std::nullopt;
    return IndexPart{end, cff.subspan(first, second - first)};
}

constexpr unsigned charset_operator = 15;
constexpr unsigned escape = 12;
constexpr unsigned ros_operator = escape << 8 | 30;

/// What the Top DICT says of the charset.
struct TopDict {
    bool cid_keyed = false;
    std::int64_t charset = 0;
};

/// Bytes that an operand takes from its first byte on; 0 for a byte that starts none (5176, table
/// 3).
std::size_t operand_bytes(ByteView dict, std::size_t at) {
    const unsigned byte = dict[at];
    if (byte == 28) return 3;
    if (byte == 29) return 5;
    if (byte >= 32 && byte <= 246) return 1;
    if (byte >= 247 && byte <= 254) return 2;
    if (byte != 30) return 0;
    std::size_t end = at + 1;
    while (end < dict.size() && (dict[end] & 0x0f) != 0x0f && dict[end] >> 4 != 0x0f)
        ++end;
    return end + 1 - at;
}

/// An integer operand that lies inside; 0 for a real one, which no offset is.
std::int64_t read_integer(ByteView dict, std::size_t at) {
    const std::int64_t byte = dict[at];
    if (byte == 28) return static_cast<std::int16_t>(read_u16(dict, at + 1));
    if (byte == 29) return static_cast<std::int32_t>(read_u32(dict, at + 1));
    if (byte == 30) return 0;
    if (byte <= 246) return byte - 139;
    if (byte <= 250) return (byte - 247) * 256 + dict[at + 1] + 108;
    return -(byte - 251) * 256 - dict[at + 1] - 108;
}

std::optional<TopDict> read_top_dict(ByteView cff) {
    if (cff.size() < 4) return std::nullopt;
    const auto names = read_index(cff, cff[2]);
    const auto dicts = names ? read_index(cff, names->end) : std::nullopt;
    if (!dicts) return std::nullopt;
    const ByteView dict = dicts->first;
    TopDict top;
    std::int64_t operand = 0;
    for (std::size_t at = 0; at < dict.size();) {
        if (dict[at] <= 21) {
            const bool escaped = dict[at] == escape && at + 1 < dict.size();
            const unsigned code = escaped ? escape << 8 | dict[at + 1] : dict[at];
            if (code == ros_operator) top.cid_keyed = true;
            if (code == charset_operator) top.charset = operand;
            at += escaped ? 2 : 1;
            continue;
        }
        const std::size_t bytes = operand_bytes(dict, at);
        if (bytes == 0 || at + bytes > dict.size()) return std::nullopt;
        operand = read_integer(dict, at);
        at += bytes;
    }
    return top;
}

}  // namespace

bool is_cid_keyed(ByteView cff) {
    const auto top = read_top_dict(cff);
    return top && top->cid_keyed;
}

std::optional<std::vector<CidRange>> read_cff_charset(ByteView cff, GlyphId glyph_count) {
    const auto top = read_top_dict(cff);
    // 0 to 2 name charsets that CID-keyed fonts may not use.
    if (!top || top->charset < 3) return std::nullopt;
    const auto charset = static_cast<std::size_t>(top->charset);
    if (charset >= cff.size()) return std::nullopt;
    const unsigned format = cff[charset];
    if (format > 2) return std::nullopt;
    const std::size_t step = format == 0 ? 2 : format + 2;
    std::size_t at = charset + 1;
    std::vector<CidRange> ranges = {{0, 0, 1}};
    for (GlyphId glyph = 1; glyph < glyph_count; at += step) {
        if (at + step > cff.size()) return std::nullopt;
        const std::uint32_t left = format == 0   ? 0
                                   : format == 1 ? cff[at + 2]
                                                 : read_u16(cff, at + 2);
        const std::uint32_t first = read_u16(cff, at);
        const std::uint32_t count = std::min(left + 1, glyph_count - glyph);
        if (first + count > 0x10000) return std::nullopt;
        CidRange& last = ranges.back();
        if (last.first_cid + last.count == first) {
            last.count += count;
        } else {
            ranges.push_back({glyph, first, count});
        }
        glyph += count;
    }
    return ranges;
}

std::uint16_t cid_of(const std::vector<CidRange>& ranges, GlyphId glyph) {
    auto after = std::upper_bound(ranges.begin(), ranges.end(), glyph,
                                  [](GlyphId g, const CidRange& r) { return g < r.first_glyph; });
    if (after == ranges.begin()) return 0;
    const CidRange& range = *--after;
    const GlyphId index = glyph - range.first_glyph;
    return index < range.count ? static_cast<std::uint16_t>(range.first_cid + index) : 0;
}

}  // namespace madoguchi::fonts
