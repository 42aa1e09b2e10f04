// Letters of one line share a baseline (horizontal) or a centre line (vertical, UAX #50 and JLREQ
// §2.3.2: Latin words turned 90° clockwise). A vertical line is a group whose inner y axis runs
// along the line, scaled when the letters are flattened: every glyph in it, upright or turned,
// then gives way in the direction in which room was short.

#include "render/layout/glyph_line.h"

#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "render/layout/jlreq/tate_chu_yoko.h"

namespace madoguchi::render {

namespace {

constexpr std::string_view missing_mark = "〓";

/// Appends characters to runs; a new run begins with `begin`.
class RunBuilder {
  public:
    RunBuilder(const GlyphLine& line, const LetterStyle& letters, double condense)
        : line_(line),
          letters_(letters),
          condense_(condense),
          without_gaps_(!line.paragraph.has_gaps && line.gaps.is_natural()) {}

    GlyphRun begin(const fonts::Face* face, RunDirection direction) const {
        GlyphRun run;
        run.face = face;
        run.size = letters_.size;
        run.condense = condense_;
        run.direction = direction;
        run.colour = letters_.colour;
        run.glyphs.reserve(line_.end - line_.first);
        run.text.reserve((line_.end - line_.first) * 3);
        return run;
    }

    /// `pen` in ems from `origin` along x (horizontal) or y (vertical).
    void append(GlyphRun& run, std::size_t index, Point origin, double pen) const {
        const fonts::ShapedText& shaped = line_.paragraph.shaped;
        const fonts::ShapedCharacter& character = shaped.characters[index];
        const std::string_view text =
            character.missing ? missing_mark : line_.paragraph.character(index);
        const auto offset = static_cast<std::uint32_t>(run.text.size());
        const bool vertical = run.direction == RunDirection::Vertical;
        const Length size = letters_.size;
        for (std::size_t i = 0; i < character.glyph_count; ++i) {
            const fonts::ShapedGlyph& glyph = shaped.glyphs[character.first_glyph + i];
            const double x = glyph.x * condense_;
            const Point at = vertical ? Point{size.scaled(x), size.scaled(pen - glyph.y)}
                                      : Point{size.scaled(pen + x), size.scaled(-glyph.y)};
            run.glyphs.push_back({glyph.glyph, origin + at, offset,
                                  i == 0 ? static_cast<std::uint32_t>(text.size()) : 0});
        }
        if (!run.glyphs.empty() && !vertical)
            run.glyphs.back().space_behind = has_space_behind(index);
        run.text += text;
    }

    /// The way of the pen from character `index` to the next.
    double step(std::size_t index) const {
        const Paragraph& paragraph = line_.paragraph;
        double way = paragraph.shaped.characters[index].advance + paragraph.spacing;
        if (!without_gaps_ && index + 1 < paragraph.size())
            way += line_.gaps.width(paragraph.gap(index + 1));
        return way * condense_;
    }

  private:
    /// Whether 四分アキ as it should be stands before the next character of the same run.
    bool has_space_behind(std::size_t index) const {
        const Paragraph& paragraph = line_.paragraph;
        if (!paragraph.has_gaps || index + 1 >= line_.end) return false;
        const Gap& gap = paragraph.gap(index + 1);
        return gap.kind == Gap::Kind::Western && line_.gaps.width(gap) == gap.natural &&
               paragraph.spacing == 0 &&
               paragraph.shaped.characters[index].face ==
                   paragraph.shaped.characters[index + 1].face;
    }

    const GlyphLine& line_;
    const LetterStyle& letters_;
    double condense_;
    bool without_gaps_;
};

std::string text_of(const GlyphLine& line) {
    const fonts::ShapedText& shaped = line.paragraph.shaped;
    if (shaped.missing.empty()) {
        const fonts::ShapedCharacter &first = shaped.characters[line.first],
                                     &last = shaped.characters[line.end - 1];
        return shaped.text.substr(first.offset, last.offset + last.size - first.offset);
    }
    std::string text;
    for (std::size_t i = line.first; i < line.end; ++i) {
        text += line.paragraph.shaped.characters[i].missing ? missing_mark
                                                            : line.paragraph.character(i);
    }
    return text;
}

/// Wide blanks are lost in extraction, and so is all but the first of several.
bool holds_lost_blanks(const GlyphLine& line) {
    bool after_blank = false;
    for (std::size_t i = line.first; i < line.end; ++i) {
        const fonts::ShapedCharacter& character = line.paragraph.shaped.characters[i];
        const bool blank = is_blank(character);
        if (blank && (after_blank || character.size > 1)) return true;
        after_blank = blank;
    }
    return false;
}

/// Where the glyphs of a character begin and end as their font has them, from its pen, in ems.
double drawn_start(const Paragraph& paragraph, std::size_t index) {
    const fonts::ShapedCharacter& character = paragraph.shaped.characters[index];
    return character.glyph_count == 0 ? 0 : paragraph.shaped.glyphs[character.first_glyph].x;
}
double drawn_end(const Paragraph& paragraph, std::size_t index) {
    const fonts::ShapedCharacter& character = paragraph.shaped.characters[index];
    if (character.glyph_count == 0) return character.advance;
    const fonts::ShapedGlyph& last =
        paragraph.shaped.glyphs[character.first_glyph + character.glyph_count - 1];
    return last.x + last.advance;
}

/// Appends the horizontal runs of characters [first, end) with the pen starting at `origin`;
/// returns where the pen ended, in ems.
double place_runs(const RunBuilder& builder, const GlyphLine& line, ElementIndex element,
                  std::vector<Item>& items) {
    double pen = 0;
    GlyphRun* run = nullptr;
    for (std::size_t i = line.first; i < line.end; ++i) {
        const fonts::Face* face = line.paragraph.shaped.characters[i].face;
        if (face != nullptr) {
            if (run == nullptr || run->face != face) {
                items.push_back({element, builder.begin(face, RunDirection::Horizontal)});
                run = &std::get<GlyphRun>(items.back().content);
            }
            builder.append(*run, i, line.origin, pen);
        }
        pen += builder.step(i);
    }
    return pen;
}

/// Whether glyphs stand further from each other, or closer, than their font has them: trimmed
/// punctuation, gaps, opened lines.
bool stand_apart(const GlyphLine& line) {
    const Paragraph& paragraph = line.paragraph;
    if (paragraph.spacing > readable_gap || line.gaps.open > readable_gap) return true;
    if (!paragraph.has_gaps) return false;
    for (std::size_t i = line.first + 1; i < line.end; ++i) {
        const Gap& gap = paragraph.gap(i);
        const double as_set = line.gaps.width(gap);
        // Writers give the blank behind a glyph of the same run to the glyph itself.
        const bool is_natural_space = gap.kind == Gap::Kind::Western && as_set == gap.natural;
        if (is_natural_space &&
            paragraph.shaped.characters[i - 1].face == paragraph.shaped.characters[i].face)
            continue;
        const double drawn_behind = drawn_end(paragraph, i - 1);
        const double drawn_from = paragraph.shaped.characters[i - 1].advance + paragraph.spacing +
                                  as_set + drawn_start(paragraph, i);
        if (std::abs(drawn_from - drawn_behind) > readable_gap) return true;
    }
    return false;
}

void place_horizontal(const GlyphLine& line, const LetterStyle& letters, std::vector<Item>& items) {
    const RunBuilder builder(line, letters, letters.condense);
    if (!stand_apart(line) && !holds_lost_blanks(line)) {
        place_runs(builder, line, letters.element, items);
        return;
    }
    Group group;
    group.actual_text = text_of(line);
    place_runs(builder, line, letters.element, group.items);
    items.push_back({letters.element, std::move(group)});
}

/// Turned characters from `first` on, as a group of their own; returns the first one behind them.
std::size_t place_turned(const GlyphLine& line, std::size_t first, double& pen,
                         const LetterStyle& letters, std::vector<Item>& items) {
    const auto& characters = line.paragraph.shaped.characters;
    std::size_t end = first;
    while (end < line.end && characters[end].orientation == fonts::Orientation::Sideways)
        ++end;
    Group turned;
    turned.origin = {Length(), letters.size.scaled(pen)};
    turned.a = 0, turned.b = 1, turned.c = -1, turned.d = 0;
    const GlyphLine part{line.paragraph, first, end, line.gaps, Point()};
    const RunBuilder builder(part, letters, 1);
    pen += place_runs(builder, part, letters.element, turned.items);
    items.push_back({letters.element, std::move(turned)});
    return end;
}

/// 縦中横: glyphs beside each other, a horizontal run across the line.
void place_combined(const GlyphLine& line, std::size_t index, double pen,
                    const LetterStyle& letters, std::vector<Item>& items) {
    const fonts::ShapedText& shaped = line.paragraph.shaped;
    const fonts::ShapedCharacter& character = shaped.characters[index];
    const RunBuilder builder(line, letters, 1);
    GlyphRun run = builder.begin(character.face, RunDirection::Horizontal);
    run.condense = combined_ratio(shaped, character);
    builder.append(run, index, Point{Length(), letters.size.scaled(pen)}, 0);
    items.push_back({letters.element, std::move(run)});
}

/// The upright and the turned characters of one vertical line, pen downwards.
class VerticalLine {
  public:
    VerticalLine(const GlyphLine& line, const LetterStyle& letters, std::vector<Item>& items)
        : line_(line), letters_(letters), items_(items), builder_(line, letters, 1) {}

    void place() {
        for (std::size_t i = line_.first; i < line_.end;) {
            const fonts::ShapedCharacter& character = line_.paragraph.shaped.characters[i];
            if (character.orientation == fonts::Orientation::Sideways) {
                run_ = nullptr;
                i = place_turned(line_, i, pen_, letters_, items_);
                continue;
            }
            if (character.face != nullptr) place_upright(character, i);
            pen_ += builder_.step(i);
            ++i;
        }
    }

  private:
    void place_upright(const fonts::ShapedCharacter& character, std::size_t index) {
        if (is_combined(line_.paragraph.shaped, character)) {
            run_ = nullptr;
            place_combined(line_, index, pen_, letters_, items_);
            return;
        }
        if (run_ == nullptr || run_->face != character.face) {
            items_.push_back(
                {letters_.element, builder_.begin(character.face, RunDirection::Vertical)});
            run_ = &std::get<GlyphRun>(items_.back().content);
        }
        builder_.append(*run_, index, Point(), pen_);
    }

    const GlyphLine& line_;
    const LetterStyle& letters_;
    std::vector<Item>& items_;
    const RunBuilder builder_;
    double pen_ = 0;
    GlyphRun* run_ = nullptr;
};

void place_vertical(const GlyphLine& line, const LetterStyle& letters, std::vector<Item>& items) {
    Group group;
    group.origin = line.origin;
    group.d = letters.condense;
    group.actual_text = text_of(line);
    group.holds = Group::Holds::VerticalLine;
    VerticalLine(line, letters, group.items).place();
    items.push_back({letters.element, std::move(group)});
}

}  // namespace

void place_line(const GlyphLine& line, const LetterStyle& letters, std::vector<Item>& items) {
    if (line.first == line.end) return;
    if (line.paragraph.shaped.direction == fonts::WritingDirection::Vertical) {
        place_vertical(line, letters, items);
    } else {
        place_horizontal(line, letters, items);
    }
}

void place_apart(const Paragraph& text, std::span<const Point> places, const LetterStyle& letters,
                 std::vector<Item>& items) {
    const GlyphLine line{text, 0, places.size(), {}, Point()};
    const RunBuilder builder(line, letters, letters.condense);
    GlyphRun* run = nullptr;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const fonts::Face* face = text.shaped.characters[i].face;
        if (face == nullptr) continue;
        if (run == nullptr || run->face != face) {
            items.push_back({letters.element, builder.begin(face, RunDirection::Horizontal)});
            run = &std::get<GlyphRun>(items.back().content);
        }
        builder.append(*run, i, places[i], 0);
    }
}

double centre_above_baseline(const fonts::FaceSet& faces) {
    for (const fonts::FaceLink& link : faces.chain()) {
        if (link.role != fonts::FaceRole::Text) continue;
        const fonts::FaceMetrics& metrics = link.face->metrics();
        return (metrics.ascent + metrics.descent) / 2.0 / metrics.units_per_em;
    }
    return 0.38;  // ascent 0.88, descent 0.12: the em box of Japanese fonts
}

}  // namespace madoguchi::render
