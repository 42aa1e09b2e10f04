// UTF-8 text: decoding, and the characters that people see.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

/// One code point and how many bytes it took; bytes is 0 at the end of the text.
struct DecodedCodePoint {
    char32_t code_point = 0;
    std::size_t bytes = 0;
};

/// The code point that starts at `offset` of valid UTF-8.
DecodedCodePoint decode_utf8(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t code_point);
std::string to_utf8(std::u32string_view text);
/// All code points of valid UTF-8.
std::u32string to_utf32(std::string_view text);

/// The byte offset of the first error (overlong form, surrogate, beyond U+10FFFF, cut short), or
/// nothing when the text is valid UTF-8 (Unicode 15, section 3.9, table 3-7).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Byte range of one grapheme cluster.
struct Cluster {
    std::size_t offset = 0;
    std::size_t size = 0;
};

/// Whether the character begins a cluster of its own whatever stands before it, and joins nothing
/// behind it but marks and selectors: the bulk of Japanese text.
bool stands_alone(char32_t code_point);

/// The grapheme clusters of valid UTF-8 (UAX #29 extended): a base with its variation selector or
/// combining marks is one cluster, and so is a character reference. ICU decides wherever a text
/// holds anything but characters that always stand alone or follow a base.
std::vector<Cluster> grapheme_clusters(std::string_view text);
std::size_t count_graphemes(std::string_view text);

/// A character without a code is written by name in running text: "&MJ003719;" (文字情報基盤) or
/// "&GJ000001;" (行政事務標準 文字). The name ("MJ003719") if a reference starts at `offset`, else
/// empty; a reference is always 10 bytes long.
std::string_view character_reference(std::string_view text, std::size_t offset);

/// U+FE00..U+FE0F and U+E0100..U+E01EF.
bool is_variation_selector(char32_t code_point);
/// The three private use areas.
bool is_private_use(char32_t code_point);

/// "U+9089 U+E010F" for a short piece of valid UTF-8.
std::string describe_code_points(std::string_view text);

}  // namespace madoguchi
