// Byte buffers and big-endian numbers, as fonts and pictures store them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace madoguchi {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

inline ByteView as_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view as_text(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Big-endian reads; the caller has checked that offset + width lies inside.
inline std::uint16_t read_u16(ByteView bytes, std::size_t offset) {
    return static_cast<std::uint16_t>(bytes[offset] << 8 | bytes[offset + 1]);
}
inline std::uint32_t read_u32(ByteView bytes, std::size_t offset) {
    return static_cast<std::uint32_t>(read_u16(bytes, offset)) << 16 | read_u16(bytes, offset + 2);
}

inline void append_u16(Bytes& out, std::uint32_t value) {
    out.push_back(static_cast<std::uint8_t>(value >> 8));
    out.push_back(static_cast<std::uint8_t>(value));
}
inline void append_u32(Bytes& out, std::uint32_t value) {
    append_u16(out, value >> 16);
    append_u16(out, value);
}

}  // namespace madoguchi
