// Fonts as the web packs them (WOFF 1.0 and 2.0), unpacked to the tables they hold.
#pragma once

#include <string>

#include "base/bytes.h"
#include "base/result.h"

namespace madoguchi::fonts {

/// Whether the bytes begin as a WOFF file of either version does.
bool is_woff(ByteView bytes);

/// Bytes that a packed font may declare. IPAmj, the largest font in use, has 46 MB.
inline constexpr std::size_t largest_unpacked_font = std::size_t{64} << 20;

/// The same tables as a TrueType or OpenType font; other bytes come back as they are. Fails with
/// "font.not-a-font" on a packed font that cannot be unpacked, and with "font.too-large" before
/// unpacking one that declares more than largest_unpacked_font; `name` names it in findings.
Result<Bytes> unpack_woff(Bytes bytes, const std::string& name);

}  // namespace madoguchi::fonts
