// Bytes as text: base64 with padding and without line breaks (RFC 4648, section 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace madoguchi::templates {

/// Nothing when the text is not exactly what encode_base64() writes.
std::optional<Bytes> decode_base64(std::string_view text);
std::string encode_base64(ByteView bytes);

}  // namespace madoguchi::templates
