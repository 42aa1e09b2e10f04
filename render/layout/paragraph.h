// One paragraph of a text, shaped once: everything that fitting and line breaking ask about it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "fonts/shape.h"

namespace madoguchi::render {

/// What stands between two characters when a line must end.
enum class BreakPoint : std::uint8_t {
    Never,      ///< both belong together (禁則)
    Emergency,  ///< only when the line would hold nothing else
    Allowed,
};

struct Paragraph {
    fonts::ShapedText shaped;
    std::size_t first_character = 0;  ///< index in the whole text, line feeds counted
    double spacing = 0;               ///< between characters, in ems
    double width = 0;                 ///< of the whole paragraph in one line, in ems

    /// Only for texts that need several lines, see prepare_breaks(): ends[i] is the width of the
    /// characters before i with a spacing behind each; breaks[i] stands before character i.
    std::vector<double> ends;
    std::vector<BreakPoint> breaks;

    std::size_t size() const { return shaped.characters.size(); }
    std::string_view character(std::size_t index) const {
        const fonts::ShapedCharacter& found = shaped.characters[index];
        return std::string_view(shaped.text).substr(found.offset, found.size);
    }
};

/// Line feeds make paragraphs; an empty text has none.
std::vector<Paragraph> shape_paragraphs(const fonts::FaceSet& faces, std::string_view text,
                                        fonts::WritingDirection direction, double spacing);

/// Fills `ends` and `breaks` once.
void prepare_breaks(Paragraph& paragraph);

/// A blank that may hang behind the end of a line.
bool is_blank(std::string_view character);

}  // namespace madoguchi::render
