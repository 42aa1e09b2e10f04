// The code of a file: one of the built-in ones, CP932 with a choice of codes, or a host code.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "fonts/charset/charset.h"
#include "fonts/charset/code_table.h"
#include "fonts/charset/host_code.h"

namespace madoguchi::fonts {

/// The areas of CP932 that hold some characters more than once.
enum class Cp932Area {
    Jis,          ///< JIS X 0208, and the user-defined codes
    NecRow13,     ///< 8740 to 879C
    Ibm,          ///< IBM's extension, FA40 to FC4B
    NecSelected,  ///< NEC's selection of IBM's extension, ED40 to EEFC
};
std::string_view to_string(Cp932Area area);
std::optional<Cp932Area> parse_cp932_area(std::string_view text);

/// A character is written with its code in the first area that has it.
using Cp932Order = std::array<Cp932Area, 4>;
/// As Windows and the WHATWG's Shift_JIS encoder write.
inline constexpr Cp932Order windows_order = {Cp932Area::Jis, Cp932Area::NecRow13, Cp932Area::Ibm,
                                             Cp932Area::NecSelected};

/// Immutable, cheap to copy.
class FileCode {
  public:
    explicit FileCode(CharsetName charset) : charset_(charset) {}
    explicit FileCode(Cp932Order order);
    explicit FileCode(std::shared_ptr<const HostCode> host) : host_(std::move(host)) {}

    /// As in charset.h.
    Recoded decode(std::string_view bytes, CodeState& state, Part part) const;
    Recoded encode(std::string_view text, CodeState& state, Part part) const;
    Recoded decode(std::string_view bytes) const;
    Recoded encode(std::string_view text) const;

    /// The built-in code; nothing for a host code.
    std::optional<CharsetName> charset() const;
    /// Whether it can say every code point.
    bool is_unicode() const;
    /// What settings call it, or the host code's own name.
    std::string name() const;

    /// The text of one code written in hexadecimal without shifts ("F040"); empty when it is none.
    std::string text_of_code(std::string_view bytes) const;

  private:
    CharsetName charset_ = CharsetName::Utf8;
    std::shared_ptr<const HostCode> host_;
    std::shared_ptr<const CodeTable> cp932_pairs_;  ///< null: as charset_ says
};

}  // namespace madoguchi::fonts
