// Packed fonts that declare more than they may are refused before they are unpacked.
#include "fonts/woff.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "fonts/woff_size.h"

namespace madoguchi::fonts {
namespace {

void put_u32(Bytes& bytes, std::size_t place, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i)
        bytes[place + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
}

/// One table; the rest of the file is not there.
Bytes woff(std::uint32_t total, std::uint32_t original) {
    Bytes bytes(64);
    put_u32(bytes, 0, 0x774f4646);
    bytes[13] = 1;
    put_u32(bytes, 16, total);
    put_u32(bytes, 44 + 12, original);
    return bytes;
}

/// One table "cmap" (0), or glyf (10) with its transformed length.
Bytes woff_2(const Bytes& entry) {
    Bytes bytes(64);
    put_u32(bytes, 0, 0x774f4632);
    bytes[13] = 1;
    std::copy(entry.begin(), entry.end(), bytes.begin() + 48);
    return bytes;
}

std::string code_of(Bytes bytes) {
    const auto unpacked = unpack_woff(std::move(bytes), "a.woff");
    return unpacked.ok() ? "" : unpacked.findings().front().code;
}

TEST(Woff, DeclaredSizesAreRead) {
    EXPECT_EQ(declared_woff_size(woff(100, 200)), 200U);
    EXPECT_EQ(declared_woff_size(woff(300, 200)), 300U);
    EXPECT_EQ(declared_woff_size(woff_2({0, 0x81, 0x00})), 128U);
    EXPECT_EQ(declared_woff_size(woff_2({10, 0x81, 0x00, 0x7f})), 128U);
    EXPECT_EQ(declared_woff_size(woff_2({10, 0x7f, 0x81, 0x01})), 129U);
    EXPECT_EQ(declared_woff_size(woff_2({0, 0x80, 0x01})), std::nullopt);
    EXPECT_EQ(declared_woff_size(Bytes(20)), std::nullopt);
}

TEST(Woff, MoreThanTheLimitIsAFinding) {
    const auto above = static_cast<std::uint32_t>(largest_unpacked_font + 1);
    EXPECT_EQ(code_of(woff(above, 1)), "font.too-large");
    EXPECT_EQ(code_of(woff(1, 600'000'000)), "font.too-large");
    EXPECT_EQ(code_of(woff_2({0, 0x82, 0x9e, 0x8c, 0xc6, 0x00})), "font.too-large");
    EXPECT_EQ(code_of(woff(1, above - 1)), "font.not-a-font");
    EXPECT_EQ(code_of(Bytes{'w', 'O', 'F', 'F'}), "font.not-a-font");
}

}  // namespace
}  // namespace madoguchi::fonts
