// PDF syntax as text (ISO 32000-1, 7.3): numbers, names and strings appended to a buffer, without
// locale.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/units.h"

namespace madoguchi::render::pdf {

/// Thousandths of a point, the grid of all positions in content streams (0.35 µm).
using MilliPoints = std::int64_t;

MilliPoints to_millipoints(Length length);

void append_integer(std::string& out, std::int64_t value);
/// "12.5" for 12500.
void append_millipoints(std::string& out, MilliPoints value);
/// "12.5 -3" and what stands behind a point or a vector.
void append_point(std::string& out, MilliPoints x, MilliPoints y, std::string_view suffix);
/// A factor of a matrix: at most six decimals.
void append_factor(std::string& out, double value);
/// "/Name", with the characters that may not stand in a name as #xx.
void append_name(std::string& out, std::string_view name);
/// Four hex digits.
void append_hex_u16(std::string& out, std::uint32_t value);
/// Two bytes each of a literal string (ISO 32000-1, 7.3.4.2), without its brackets: half of what
/// hex digits take.
void append_literal_u16(std::string& out, std::span<const std::uint16_t> values);
/// Valid UTF-8 as UTF-16BE hex digits, without brackets.
void append_utf16_hex(std::string& out, std::string_view text);
/// A text string of a content stream: UTF-16BE with its mark, as a literal string.
void append_text_literal(std::string& out, std::string_view text);
/// A text string: "<FEFF…>".
void append_text_string(std::string& out, std::string_view text);

/// Number of UTF-16 units of valid UTF-8.
std::size_t utf16_size(std::string_view text);

/// The longest string ISO 19005-2, 6.1.13 allows is 32,767 bytes, with the byte order mark.
inline constexpr std::size_t longest_text_string = 16'382;

}  // namespace madoguchi::render::pdf
