#include "render/layout/plain_line.h"

#include <string>
#include <utility>

#include "base/utf8.h"
#include "fonts/plain_characters.h"
#include "render/layout/jlreq/bodies.h"
#include "render/layout/jlreq/spacing.h"

namespace madoguchi::render {

namespace {

/// Characters one by one, each after the one before it.
class Reader {
  public:
    Reader(const fonts::FaceSet& faces, const templates::Style& style, PlainLine& line)
        : faces_(faces),
          characters_(faces.plain_characters()),
          classes_(class_table()),
          style_(style),
          line_(line) {
        line_.spacing = style.size > Length() ? style.letter_spacing / style.size : 0;
        line_.words = line_.spacing > readable_gap;
    }

    bool add(std::size_t offset, DecodedCodePoint decoded) {
        if (line_.size == PlainLine::most) return false;
        const auto plain = characters_.find(faces_, decoded.code_point);
        if (!plain || (may_begin_ligature_ && plain->may_end_ligature)) return false;
        may_begin_ligature_ = plain->may_begin_ligature;
        if (!is_in_face(plain->link)) return false;
        const double advance = plain->advance / em_;
        const CharacterClass of =
            class_in_font(classes_[decoded.code_point], decoded.code_point, advance);
        if (body_of(of).width < 1) return false;
        // In the order of paragraph.cc: sums of doubles depend on it.
        line_.width += advance;
        if (line_.size > 0) add_gap(of);
        line_.glyphs[line_.size++] = {plain->glyph, static_cast<std::uint32_t>(offset),
                                      static_cast<std::uint32_t>(decoded.bytes), false, advance};
        before_ = of;
        note_blank(decoded);
        return true;
    }

  private:
    bool is_in_face(std::size_t link) {
        if (line_.size > 0) return link == link_;
        link_ = link;
        line_.face = faces_.chain()[link].face.get();
        em_ = line_.face->metrics().units_per_em;
        return true;
    }

    void add_gap(CharacterClass after) {
        line_.width += line_.spacing;
        const Gap& gap = gap_between(before_, after);
        if (gap.kind != Gap::Kind::Western || !style_.western_space) return;
        line_.width += gap.natural;
        line_.give += gap.natural - gap.least;
        line_.glyphs[line_.size - 1].space_behind = true;
    }

    /// Wide blanks are lost in extraction, and so is all but the first of several.
    void note_blank(DecodedCodePoint decoded) {
        const bool wide = decoded.code_point == U'\u3000';
        const bool blank = wide || decoded.code_point == U' ';
        line_.words = line_.words || wide || (blank && after_blank_);
        after_blank_ = blank;
    }

    const fonts::FaceSet& faces_;
    fonts::PlainCharacters& characters_;
    const ClassTable& classes_;
    const templates::Style& style_;
    PlainLine& line_;
    std::size_t link_ = 0;
    double em_ = 1;
    CharacterClass before_ = CharacterClass::Ideographic;
    bool may_begin_ligature_ = false, after_blank_ = false;
};

}  // namespace

bool read_plain_line(const fonts::FaceSet& faces, std::string_view text,
                     const templates::Style& style, PlainLine& line) {
    if (style.direction == templates::Direction::Vertical) return false;
    Reader reader(faces, style, line);
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, at);
        if (!reader.add(at, decoded)) return false;
        at += decoded.bytes;
    }
    return line.size > 0;
}

void place_plain_line(const PlainLine& line, std::string_view text, Point origin, double gap,
                      const LetterStyle& letters, std::vector<Item>& items) {
    GlyphRun run;
    run.face = line.face;
    run.size = letters.size;
    run.condense = letters.condense;
    run.colour = letters.colour;
    run.text = text;
    run.glyphs.reserve(line.size);
    // A code of its own says a gap as it should be, and no other.
    const bool sayable = gap == natural_gap && line.spacing == 0;
    bool words = line.words;
    double pen = 0;
    for (std::size_t i = 0; i < line.size; ++i) {
        const PlainGlyph& glyph = line.glyphs[i];
        const Point at{origin.x + letters.size.scaled(pen), origin.y};
        run.glyphs.push_back(
            {glyph.glyph, at, glyph.text_offset, glyph.text_size, glyph.space_behind && sayable});
        double way = glyph.advance + line.spacing;
        if (glyph.space_behind) {
            way += gap;
            words = words || (gap != natural_gap && line.spacing + gap > readable_gap);
        }
        pen += way * letters.condense;
    }
    if (!words) {
        items.push_back({letters.element, std::move(run)});
        return;
    }
    Group group;
    group.actual_text = text;
    group.items.push_back({letters.element, std::move(run)});
    items.push_back({letters.element, std::move(group)});
}

}  // namespace madoguchi::render
