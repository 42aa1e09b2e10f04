// Character codes of files: bytes to text and back, with the place of everything that cannot be
// said in the other. Nothing is ever replaced or left out in silence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::fonts {

enum class CharsetName {
    Utf8,
    Utf16Le,
    Utf16Be,
    Cp932,     ///< Windows-31J, with 1,880 codes for gaiji at U+E000
    ShiftJis,  ///< JIS X 0201 and JIS X 0208 alone
    ShiftJis2004,
    EucJp,
    EucJis2004,
    Iso2022Jp,
    Iso2022Jp2004,
    Ibm930,  ///< EBCDIC katakana and kanji, shifted by SO and SI
    Ibm939,
    Ibm1390,
    Ibm1399,
};
/// As settings write it: "cp932", "shift_jis-2004".
std::string_view to_string(CharsetName name);
std::optional<CharsetName> parse_charset_name(std::string_view text);

enum class CodeFault {
    Unmapped,   ///< bytes of the code that stand for nothing
    Truncated,  ///< the bytes end within a code
    OpenShift,  ///< the text ends in a shifted state
    NotInCode,  ///< a character that the code lacks
};

/// The first faults are kept; a text in a wrong code would fill memory with them.
inline constexpr std::size_t most_code_faults = 1000;

struct CodeFaultPlace {
    CodeFault fault = CodeFault::Unmapped;
    std::size_t offset = 0;  ///< in bytes of the input
    std::string piece;       ///< the input's bytes there: a code, or a character with its selector
};

struct Recoded {
    /// Without what is in `faults`.
    std::string text;
    std::vector<CodeFaultPlace> faults;  ///< in their order, at most most_code_faults
    std::size_t fault_count = 0;
    std::size_t used = 0;  ///< bytes of the input; the rest waits for what follows it

    bool whole() const { return fault_count == 0; }
};

/// Where a text that is recoded in parts stands between two of them; new at its start.
struct CodeState {
    std::uint8_t shift = 0;  ///< the codec's own
    bool begun = false;      ///< past the place of a byte order mark
};
enum class Part { Last, MoreFollows };

/// Bytes in a code to UTF-8. A byte order mark at the start is no character.
Recoded decode(std::string_view bytes, CharsetName from);
/// The same for a part: a code that the part's end cuts is not used, to be given again with what
/// follows.
Recoded decode(std::string_view bytes, CharsetName from, CodeState& state, Part part);

/// Valid UTF-8 to a code, without byte order mark. A variation selector has no code in any but
/// Unicode's: its character is a fault, for a base alone would be another shape.
Recoded encode(std::string_view text, CharsetName to);
/// The same for a part, which must end between two characters that people see; the last returns to
/// the code's unshifted state.
Recoded encode(std::string_view text, CharsetName to, CodeState& state, Part part);

}  // namespace madoguchi::fonts
