// A host code as data: JEF, KEIS, JIPS or any other code of single bytes and of pairs behind shift
// sequences, described by a mapping file that an operator installs. No vendor's table is shipped.
//
// The file is UTF-8, a statement a line, its parts separated by tabs; "#" begins a comment line.
//   name / source / licence TEXT   what the code is called, where the table is from, its terms
//   single-base NAME               ascii, jis-x-0201, ebcdic-kana or ebcdic-latin: the single bytes
//   start       single|double      the state a text begins and ends in; single unless said
//   to-double / to-single HEX      a shift of 1 to 4 bytes; the first of each is the one written
//   space       HEX                the pair of the full-width space U+3000
//   user        A1B1-A2B2 U+E000   user area: lead bytes A1..A2, trail bytes B1..B2, to private-use
//                                  code points in the order of the codes
//   HEX         TEXT [decode-only] one code of two digits (a byte) or four (a pair), and what it
//                                  stands for: U+8FBB, U+8FBB+E0102, U+304B+309A, MJ012345,
//                                  GJ000001
// A text with several codes is written with the one that is not marked decode-only.
// docs/文字コードの対応表.md says the same for operators.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fonts/charset/charset.h"

namespace madoguchi::fonts {

class MjTable;

struct HostCodeText {
    std::string name, source, licence;
};

/// A byte or a pair.
struct HostCodeUnit {
    std::uint16_t code = 0;
    bool is_pair = false;
    auto operator<=>(const HostCodeUnit&) const = default;
};

/// Immutable once it is read.
class HostCode {
  public:
    enum class State : std::uint8_t { Single, Double };

    /// Reads a mapping file; `name` is what findings call it. Every wrong line is a finding
    /// ("host-code.malformed", "host-code.clash", "host-code.incomplete") with its place, up to
    /// most_findings. At most source_limit bytes. An MJ name that `list` lacks is wrong; without a
    /// list, names are held against their form alone.
    static Result<HostCode> read(std::string_view source, const std::string& name,
                                 const MjTable* list = nullptr);
    static constexpr std::size_t source_limit = std::size_t{16} << 20;
    static constexpr std::size_t most_findings = 100;

    const HostCodeText& text() const { return text_; }
    State start() const { return start_; }
    /// The longest shift at the start of the bytes: its length, and where it leads.
    struct Shift {
        std::string bytes;
        State to = State::Double;
    };
    const Shift* shift_at(std::string_view bytes) const;
    /// Whether the bytes could be the beginning of a shift that is cut off.
    bool begins_shift(std::string_view bytes) const;
    /// The one that is written.
    const Shift* shift_to(State state) const;

    /// UTF-8; empty where the code stands for nothing.
    std::string_view decode(HostCodeUnit unit) const;
    std::optional<HostCodeUnit> encode(std::string_view character) const;
    std::size_t size() const { return texts_.size(); }

  private:
    friend class HostCodeReader;
    HostCode() = default;

    HostCodeText text_;
    State start_ = State::Single;
    std::vector<Shift> shifts_;
    std::map<HostCodeUnit, std::string> texts_;
    std::map<std::string, HostCodeUnit, std::less<>> codes_;
};

/// As fonts/charset/charset.h says of built-in codes. What stands in one cluster must be mapped as
/// a whole or code point by code point; a selector that the table does not map is a fault with its
/// base. Texts outlive no call; `code` may be used from many threads.
Recoded decode(std::string_view bytes, const HostCode& code, CodeState& state, Part part);
Recoded encode(std::string_view text, const HostCode& code, CodeState& state, Part part);
Recoded decode(std::string_view bytes, const HostCode& code);
Recoded encode(std::string_view text, const HostCode& code);

}  // namespace madoguchi::fonts
