// The tables of the C library's converters, asked code by code.
#pragma once

#include <string>
#include <vector>

namespace madoguchi::fonts {

/// One code of a character set and what it stands for.
struct CodedText {
    std::string code;
    std::u32string text;  ///< one code point, or two (か゚)
};

/// The characters of a code with bytes A1 to FE in rows of 94, each behind `prefix`; in the order
/// of the codes. Empty when the converter is not installed.
std::vector<CodedText> probe_rows(const char* converter, const std::string& prefix);

/// The same for all codes of one byte.
std::vector<CodedText> probe_single_bytes(const char* converter);

/// The same for all pairs of bytes 40 to FE between SO and SI (EBCDIC); the codes are without SI.
std::vector<CodedText> probe_shifted_pairs(const char* converter);

/// The same for all pairs of a lead byte (81 to FC) and a trail byte (40 to FC) of Shift_JIS.
std::vector<CodedText> probe_shift_jis_pairs(const char* converter);

}  // namespace madoguchi::fonts
