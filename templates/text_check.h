// Characters that paper cannot show.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/diagnostic.h"

namespace madoguchi::templates {

/// A character that no text on paper can hold.
struct Unprintable {
    enum class Kind {
        Control,       ///< C0 but line feed, DEL, C1
        Noncharacter,  ///< U+FFFE, U+FFFF of every plane, U+FDD0 to U+FDEF
        Invisible,     ///< draws nothing, or a blank that is no space (U+00AD, U+200B, U+3164 …)
        Crowded,       ///< more marks on one character than any script writes (UAX #15, D3)
    };
    Kind kind = Kind::Control;
    std::size_t offset = 0;  ///< in bytes
};

/// The first one of valid UTF-8. Invisible is what Unicode names Default_Ignorable_Code_Point but
/// variation selectors, the separators of lines and paragraphs, the marks of annotations and the
/// blank Braille pattern. Spaces of every width are text.
std::optional<Unprintable> find_unprintable(std::string_view text);

/// "印字できない制御文字 U+0007", "the control character U+0007, which cannot be printed".
BilingualText name_of(const Unprintable& found, std::string_view text);

inline constexpr int most_marks = 30;

/// The finding "data.control-character", "data.noncharacter", "data.invisible-character" or
/// "data.too-many-marks"; its sentences lack their subject.
Diagnostic unprintable(const Unprintable& found, std::string_view text);

}  // namespace madoguchi::templates
