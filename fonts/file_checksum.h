// The checksum of the files that this house makes and reads in place (the table of characters, the
// index of shapes). It finds what a disk or a copy damaged; it does not defend against somebody who
// means to deceive.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/bytes.h"

namespace madoguchi::fonts {

inline constexpr std::size_t checksum_size = 4;  ///< bytes, little-endian

/// CRC-32 (ISO 3309, RFC 1952 section 8) of all bytes but the four at `place`, where the file keeps
/// it. `place` + 4 is within the bytes.
std::uint32_t file_checksum(ByteView bytes, std::size_t place);

/// Whether the four bytes at `place` are that checksum.
bool has_its_checksum(ByteView bytes, std::size_t place);

/// Writes it there, as the last step of making a file.
void write_checksum(Bytes& bytes, std::size_t place);

}  // namespace madoguchi::fonts
