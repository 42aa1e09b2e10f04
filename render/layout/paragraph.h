// One paragraph of a text, shaped once: everything that fitting and line breaking ask about it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "fonts/shape.h"
#include "render/layout/jlreq/spacing.h"
#include "templates/model/style.h"

namespace madoguchi::render {

/// What stands between two characters when a line must end.
enum class BreakPoint : std::uint8_t {
    Never,      ///< both belong together (禁則)
    Emergency,  ///< only when the line would hold nothing else
    Allowed,
};

struct RubyBlock;

/// All widths are in ems of the type size, of letters that are not condensed.
struct Paragraph {
    fonts::ShapedText shaped;  ///< bodies, see jlreq/bodies.h
    std::vector<CharacterClass> classes;
    std::size_t first_character = 0;  ///< index in the whole text, line feeds counted
    double spacing = 0;               ///< between all characters, beside the gaps
    double width = 0;           ///< of the whole paragraph in one line, gaps as they should be
    double least_width = 0;     ///< with all gaps at their least
    bool has_gaps = false;      ///< whether any gap is more than nothing
    bool western_space = true;  ///< 四分アキ
    bool hanging = false;       ///< ぶら下げ

    /// Only for texts that need several lines, see prepare_breaks(): where character i's body
    /// begins in one endless line; by how much the gaps up to it can give way; what stands before
    /// it.
    std::vector<double> starts, give;
    std::vector<BreakPoint> breaks;

    std::vector<RubyBlock> rubies;  ///< in their order, see attach_ruby()

    std::size_t size() const { return shaped.characters.size(); }
    std::string_view character(std::size_t index) const {
        const fonts::ShapedCharacter& found = shaped.characters[index];
        return std::string_view(shaped.text).substr(found.offset, found.size);
    }
    /// Before character `index`, which is not the first.
    const Gap& gap(std::size_t index) const {
        const Gap& gap = gap_between(classes[index - 1], classes[index]);
        return gap.kind == Gap::Kind::Western && !western_space ? closed_western_gap : gap;
    }
};

/// Readings (ルビ) and the letters [first, end) over which they stand; these keep in one line.
struct RubyBlock {
    /// Over its own letters; its text is in ems of its own, smaller type.
    struct Reading {
        std::size_t first = 0, end = 0;
        Paragraph text;
    };
    std::size_t first = 0, end = 0;
    std::vector<Reading> readings;  ///< several: those of one compound (熟語ルビ)
};

/// Line feeds make paragraphs; an empty text has none. Digits are not combined across `edges`
/// (offsets in bytes of the text, ascending), where readings begin and end.
std::vector<Paragraph> shape_paragraphs(const fonts::FaceSet& faces, std::string_view text,
                                        const templates::Style& style,
                                        std::span<const std::size_t> edges = {});

/// Classes, bodies, gaps and widths of a paragraph whose text is shaped.
void measure_paragraph(Paragraph& paragraph);

/// Widths alone, when its letters were set apart.
void sum_widths(Paragraph& paragraph);

/// Fills `starts`, `give` and `breaks` once.
void prepare_breaks(Paragraph& paragraph);

/// A blank that may hang behind the end of a line.
inline bool is_blank(const fonts::ShapedCharacter& character) {
    return (character.code_point == U' ' && character.size == 1) ||
           (character.code_point == U'\u3000' && character.size == 3);
}

}  // namespace madoguchi::render
