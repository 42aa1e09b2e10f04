// What a packed font says of its size, asked before anything is unpacked: a file of a few hundred
// bytes can declare tables of gigabytes.
#pragma once

#include <cstdint>
#include <optional>

#include "base/bytes.h"

namespace madoguchi::fonts {

/// Bytes that the table directory declares (WOFF 1.0 section 5, WOFF 2.0 section 4.1): the greatest
/// of the header's totalSfntSize, the sum of the tables' original lengths, and in 2.0 the sum of
/// what the compressed stream holds. Nothing if the directory is cut short or a number is
/// malformed.
std::optional<std::uint64_t> declared_woff_size(ByteView bytes);

}  // namespace madoguchi::fonts
