// The words of a mapping file's line as values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fonts/charset/host_code.h"

namespace madoguchi::fonts {

/// The parts of a line between tabs; blanks around a part do not count.
std::vector<std::string_view> split_tabs(std::string_view line);

/// "0A42" as the two bytes; nothing for an odd count or other signs.
std::optional<std::string> hex_bytes(std::string_view text);

/// Two digits are a byte, four a pair.
std::optional<HostCodeUnit> host_code_unit(std::string_view text);

/// "U+E000": the code point alone.
std::optional<char32_t> code_point(std::string_view text);

/// "U+8FBB", "U+8FBB+E0102", "MJ012345" as UTF-8: at most four code points that people see as one
/// character, no surrogate; a name as a character reference.
std::optional<std::string> host_code_text(std::string_view text);

/// Lead bytes and trail bytes of a user area, both ends included.
struct UserArea {
    std::uint8_t first_lead = 0, last_lead = 0, first_trail = 0, last_trail = 0;
    std::size_t size() const;
};
std::optional<UserArea> user_area(std::string_view text);

/// The single bytes of a known base; empty for a name that is none.
using SingleBytes = std::vector<std::pair<std::uint8_t, std::string>>;
const SingleBytes& single_base(std::string_view name);

}  // namespace madoguchi::fonts
