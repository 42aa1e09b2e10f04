// Whether a file that this house makes and reads in place (the table of characters, the index of
// shapes) is whole and of this version. The checksum finds what a disk or a copy damaged; it does
// not defend against somebody who means to deceive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/bytes.h"

namespace madoguchi::fonts {

/// Whether the bytes begin as a file of that kind, but not of that version: the mark's last
/// character counts the versions.
bool is_of_another_version(ByteView bytes, std::string_view mark);

inline constexpr std::size_t checksum_size = 4;  ///< bytes, little-endian

/// CRC-32 (ISO 3309, RFC 1952 section 8) of all bytes but the four at `place`, where the file keeps
/// it. `place` + 4 is within the bytes.
std::uint32_t file_checksum(ByteView bytes, std::size_t place);

/// Whether the four bytes at `place` are that checksum.
bool has_its_checksum(ByteView bytes, std::size_t place);

/// Writes it there, as the last step of making a file.
void write_checksum(Bytes& bytes, std::size_t place);

}  // namespace madoguchi::fonts
