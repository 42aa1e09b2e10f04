#include "fonts/sfnt.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace madoguchi::fonts {

namespace {

constexpr std::uint32_t entry_bytes = 16;
constexpr std::size_t head_adjustment = 8;

/// Sum of big-endian words; the length is a multiple of four.
std::uint32_t checksum(ByteView bytes) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) {
        std::uint32_t word = 0;
        std::memcpy(&word, bytes.data() + i, sizeof word);
        sum += std::endian::native == std::endian::big ? word : __builtin_bswap32(word);
    }
    return sum;
}

void put_u32(Bytes& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
}

void append_header(Bytes& out, const std::vector<SfntTable>& tables) {
    const auto count = static_cast<std::uint32_t>(tables.size());
    const auto power = static_cast<std::uint32_t>(std::bit_width(count) - 1);
    const std::uint32_t range = (1U << power) * entry_bytes;
    const bool cff = std::any_of(tables.begin(), tables.end(),
                                 [](const SfntTable& table) { return table.tag == "CFF "; });
    append_u32(out, cff ? 0x4f54544f : 0x00010000);
    append_u16(out, count);
    append_u16(out, range);
    append_u16(out, power);
    append_u16(out, count * entry_bytes - range);
}

}  // namespace

Bytes write_sfnt(std::vector<SfntTable> tables) {
    std::sort(tables.begin(), tables.end(),
              [](const SfntTable& a, const SfntTable& b) { return a.tag < b.tag; });
    std::size_t total = 12 + entry_bytes * tables.size();
    for (const SfntTable& table : tables)
        total += (table.bytes.size() + 3) / 4 * 4;
    Bytes out;
    out.reserve(total);
    append_header(out, tables);
    std::size_t directory = out.size();
    out.resize(out.size() + entry_bytes * tables.size());
    std::size_t head = 0;
    std::uint32_t all_tables = 0;
    for (const SfntTable& table : tables) {
        const std::size_t offset = out.size();
        if (table.tag == "head") head = offset;
        out.insert(out.end(), table.bytes.begin(), table.bytes.end());
        out.resize((out.size() + 3) / 4 * 4);
        if (table.tag == "head") put_u32(out, offset + head_adjustment, 0);
        std::copy(table.tag.begin(), table.tag.end(),
                  out.begin() + static_cast<std::ptrdiff_t>(directory));
        const std::uint32_t sum = checksum(ByteView(out).subspan(offset));
        all_tables += sum;
        put_u32(out, directory + 4, sum);
        put_u32(out, directory + 8, static_cast<std::uint32_t>(offset));
        put_u32(out, directory + 12, static_cast<std::uint32_t>(table.bytes.size()));
        directory += entry_bytes;
    }
    // OpenType, head: what makes the whole file sum up to this number.
    const std::uint32_t whole = checksum(ByteView(out).first(directory)) + all_tables;
    if (head != 0) put_u32(out, head + head_adjustment, 0xb1b0afba - whole);
    return out;
}

}  // namespace madoguchi::fonts
