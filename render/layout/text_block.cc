// Lines are placed by their em boxes (仮想ボディ, JLREQ §2.1.2): the block of em boxes is aligned
// in the frame and each baseline follows from its line's box, whatever faces serve it. Vertical
// lines follow each other from right to left (JLREQ §2.3.1).

#include "render/layout/text_block.h"

#include <algorithm>
#include <string>

#include "render/layout/fill_lines.h"
#include "render/layout/fit.h"
#include "render/layout/glyph_line.h"
#include "render/layout/justify.h"
#include "render/layout/missing_characters.h"
#include "render/layout/plain_line.h"
#include "render/layout/ruby_line.h"

namespace madoguchi::render {

namespace {

using templates::Align;
using templates::BlockAlign;
using templates::Direction;

struct Block {
    const Surface& surface;
    const Rect& frame;
    const templates::Style& style;
    const Fitted& fitted;
    double centre = 0;  ///< of the em box above the baseline, in ems
    double ruby = 0;    ///< beside each line, in ems
};

Room room_of(const Rect& frame, Direction direction, double ruby = 0) {
    if (direction == Direction::Vertical) return {frame.height, frame.width, ruby};
    return {frame.width, frame.height, ruby};
}

Length aligned(BlockAlign align, Length rest) {
    if (align == BlockAlign::Start) return {};
    return align == BlockAlign::End ? rest : rest / 2;
}

/// How a line stands along its measure, in lengths.
struct LinePlace {
    Length start, length;
    GapSetting gaps;
};

LinePlace place_along(const Block& block, const Paragraph& paragraph, const TextLine& line) {
    const bool whole = line.first == 0 && line.measured == paragraph.size();
    const double width =
        whole ? paragraph.width : line_width(paragraph, line.first, line.measured).natural;
    const Length em = block.fitted.size.scaled(block.fitted.condense);
    const double measure = room_of(block.frame, block.style.direction).measure / em;
    const Align align =
        block.style.align == Align::Justify && line.last ? Align::Start : block.style.align;
    const Spread spread =
        render::spread({paragraph, line.first, line.measured}, width, measure, align);
    return {em.scaled(spread.start), em.scaled(spread.width), spread.gaps};
}

/// The em box of a line whose outer edge is `across` from the block's start.
Rect line_box(const Block& block, const LinePlace& place, Length across) {
    const Rect& frame = block.frame;
    const Length size = block.fitted.size;
    if (block.style.direction == Direction::Vertical) {
        return {frame.right() - across - size, frame.y + place.start, size, place.length};
    }
    return {frame.x + place.start, frame.y + across, place.length, size};
}

Point line_origin(const Block& block, const Rect& box) {
    if (block.style.direction == Direction::Vertical) return {box.centre().x, box.y};
    return {box.x, box.centre().y + block.fitted.size.scaled(block.centre)};
}

Rect united(const Rect& a, const Rect& b) {
    const Length x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

std::optional<Rect> place_block(const Block& block, const std::vector<Paragraph>& paragraphs) {
    const Fitted& fitted = block.fitted;
    const Room room = room_of(block.frame, block.style.direction, block.ruby);
    const Length height = block_height(fitted.lines.size(), fitted.size, room, block.style);
    const Length first =
        aligned(block.style.block_align, room.extent - height) + fitted.size.scaled(block.ruby);
    const double pitch = line_pitch(room, block.style);
    const LetterStyle letters{fitted.size, fitted.condense, block.style.colour,
                              block.surface.element};
    std::optional<Rect> covered;
    for (std::size_t i = 0; i < fitted.lines.size(); ++i) {
        const TextLine& line = fitted.lines[i];
        const Paragraph& paragraph = paragraphs[line.paragraph];
        const LinePlace place = place_along(block, paragraph, line);
        const Length across = first + fitted.size.scaled(pitch * static_cast<double>(i));
        const Rect box = line_box(block, place, across);
        const GlyphLine glyphs{paragraph, line.first, line.end, place.gaps,
                               line_origin(block, box)};
        if (paragraph.rubies.empty()) {
            place_line(glyphs, letters, block.surface.items);
        } else {
            place_ruby_line(glyphs, letters, block.centre, block.surface.items);
        }
        covered = covered ? united(*covered, box) : box;
    }
    return covered;
}

std::string number(std::size_t value) {
    return std::to_string(value);
}

/// How much of the text has room: its characters, or its lines where line feeds alone make too
/// many.
BilingualText fitting_part(const Overflow& over, const std::vector<Paragraph>& paragraphs) {
    const std::size_t lines = paragraphs.size();
    if (lines > std::max<std::size_t>(over.fitting_lines, 1))
        return {"改行で分けた " + number(lines) + " 行のうち " + number(over.fitting_lines) +
                    " 行まで入ります",
                number(over.fitting_lines) + " of " + number(lines) + " lines fit"};
    const std::size_t characters = paragraphs.back().first_character + paragraphs.back().size();
    return {number(characters) + " 字のうち " + number(over.fitting) + " 字まで入ります",
            number(over.fitting) + " of " + number(characters) + " characters fit"};
}

void report_overflow(const Surface& surface, const Overflow& over,
                     const std::vector<Paragraph>& paragraphs) {
    BilingualText message;
    if (over.along > Length()) {
        message.ja = "行の方向に " + in_mm(over.along) + " mm";
        message.en = in_mm(over.along) + " mm along the line";
    }
    if (over.across > Length()) {
        if (!message.ja.empty()) message.ja += "、", message.en += " and ";
        message.ja += "行の並ぶ方向に " + in_mm(over.across) + " mm";
        message.en += in_mm(over.across) + " mm across the lines";
    }
    if (message.ja.empty()) message.ja = "わずかに", message.en = "slightly";
    const BilingualText fitting = fitting_part(over, paragraphs);
    message.ja = "文字が枠に収まりません（" + message.ja + " 超過。" + fitting.ja + "）。";
    message.en = "The text is larger than its frame (by " + message.en + "; " + fitting.en + ").";
    report(surface, "layout.overflow", std::move(message),
           {{"枠を広げるか、長体・縮小・折返しをさらに許すか、字数の上限を設けてください。",
             "Enlarge the frame, allow more condensing, shrinking or wrapping, or limit the length "
             "of the value."}});
}

/// One line that has room, if need be with narrower gaps and condensed letters, by the short way;
/// nothing when the text must go the long one.
std::optional<Rect> set_plain_line(const Surface& surface, std::string_view text, const Rect& frame,
                                   const templates::Style& style) {
    const fonts::FaceSet& faces = faces_of(surface.context, style.font);
    const Room room = room_of(frame, style.direction);
    PlainLine line;
    if (!has_room_for_line(style.size, room) || !read_plain_line(faces, text, style, line))
        return std::nullopt;
    const std::optional<double> condense = condense_to_fit(line.width - line.give, room, style);
    if (!condense) return std::nullopt;
    const Length em = style.size.scaled(*condense);
    const double rest = room.measure / em - line.width;
    if (rest > 0 && style.align == Align::Even) return std::nullopt;
    const Fitted fitted{style.size, *condense, {}, std::nullopt};
    const Block block{surface, frame, style, fitted, centre_above_baseline(faces)};
    double start = 0, given = 0, gap = natural_gap;
    if (rest < 0) {
        given = std::min(line.give, -rest);
        // Of each gap an eighth of an em may go (jlreq/spacing.cc).
        if (line.give > 0) gap = 0.125 + 0.125 * (1 - given / line.give);
    } else if (style.align == Align::End || style.align == Align::Centre) {
        start = style.align == Align::End ? rest : rest / 2;
    }
    const LinePlace place{em.scaled(start), em.scaled(line.width - given), {}};
    const Rect box = line_box(block, place, aligned(style.block_align, room.extent - style.size));
    place_plain_line(line, text, line_origin(block, box), gap,
                     {style.size, *condense, style.colour, surface.element}, surface.items);
    return box;
}

}  // namespace

std::optional<Rect> set_text(const Surface& surface, std::string_view text, const Rect& frame,
                             const templates::Style& style) {
    if (const std::optional<Rect> box = set_plain_line(surface, text, frame, style)) return box;
    return set_paragraphs(surface, text, frame, style);
}

std::optional<Rect> set_paragraphs(const Surface& surface, std::string_view text, const Rect& frame,
                                   const templates::Style& style) {
    const fonts::FaceSet& faces = faces_of(surface.context, style.font);
    std::vector<Paragraph> paragraphs = shape_paragraphs(faces, text, style);
    if (paragraphs.empty()) return std::nullopt;
    MissingCharacters missing(surface);
    for (const Paragraph& paragraph : paragraphs)
        missing.report(paragraph.shaped, [&paragraph](std::size_t index) {
            return paragraph.first_character + index;
        });
    return set_shaped(surface, paragraphs, frame, style, 0);
}

std::optional<Rect> set_shaped(const Surface& surface, std::vector<Paragraph>& paragraphs,
                               const Rect& frame, const templates::Style& style, double ruby) {
    const Fitted fitted = fit(paragraphs, room_of(frame, style.direction, ruby), style);
    if (fitted.overflow) {
        report_overflow(surface, *fitted.overflow, paragraphs);
        return std::nullopt;
    }
    const double centre = centre_above_baseline(faces_of(surface.context, style.font));
    return place_block({surface, frame, style, fitted, centre, ruby}, paragraphs);
}

}  // namespace madoguchi::render
