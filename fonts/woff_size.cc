#include "fonts/woff_size.h"

#include <algorithm>

namespace madoguchi::fonts {

namespace {

constexpr std::size_t header_size_1 = 44, header_size_2 = 48, entry_size_1 = 20;
constexpr std::size_t table_count_place = 12, total_size_place = 16;

std::optional<std::uint64_t> sum_of_1(ByteView bytes, std::size_t count) {
    if (bytes.size() < header_size_1 + count * entry_size_1) return std::nullopt;
    constexpr std::size_t original_length = 12;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += read_u32(bytes, header_size_1 + i * entry_size_1 + original_length);
    return sum;
}

/// UIntBase128, WOFF 2.0 section 4.1.1; moves `at` behind it.
std::optional<std::uint32_t> read_base_128(ByteView bytes, std::size_t& at) {
    std::uint32_t value = 0;
    for (int digits = 0; digits < 5 && at < bytes.size(); ++digits) {
        const std::uint8_t byte = bytes[at++];
        if ((digits == 0 && byte == 0x80) || value >> 25 != 0) return std::nullopt;
        value = value << 7 | (byte & 0x7fU);
        if (byte < 0x80) return value;
    }
    return std::nullopt;
}

/// glyf and loca (10, 11) are transformed unless the version says 3; others if it is not 0.
bool is_transformed(std::uint8_t flags, ByteView own_tag) {
    const unsigned known = flags & 0x3fU, version = flags >> 6;
    const bool is_outline =
        known == 10 || known == 11 || as_text(own_tag) == "glyf" || as_text(own_tag) == "loca";
    return is_outline ? version != 3 : version != 0;
}

std::optional<std::uint64_t> sum_of_2(ByteView bytes, std::size_t count) {
    constexpr unsigned tag_follows = 0x3f;
    std::size_t at = header_size_2;
    std::uint64_t originals = 0, inflated = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (at + 5 > bytes.size()) return std::nullopt;
        const std::uint8_t flags = bytes[at++];
        const ByteView tag = bytes.subspan(at, (flags & 0x3fU) == tag_follows ? 4 : 0);
        at += tag.size();
        const auto original = read_base_128(bytes, at);
        if (!original) return std::nullopt;
        const auto stored = is_transformed(flags, tag) ? read_base_128(bytes, at) : original;
        if (!stored) return std::nullopt;
        originals += *original;
        inflated += *stored;
    }
    return std::max(originals, inflated);
}

}  // namespace

std::optional<std::uint64_t> declared_woff_size(ByteView bytes) {
    if (bytes.size() < header_size_1) return std::nullopt;
    const std::size_t count =
        std::size_t{bytes[table_count_place]} << 8 | bytes[table_count_place + 1];
    const bool is_second = as_text(bytes).starts_with("wOF2");
    const auto sum = is_second ? sum_of_2(bytes, count) : sum_of_1(bytes, count);
    if (!sum) return std::nullopt;
    return std::max<std::uint64_t>(*sum, read_u32(bytes, total_size_place));
}

}  // namespace madoguchi::fonts
