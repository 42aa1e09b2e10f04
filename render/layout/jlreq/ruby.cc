#include "render/layout/jlreq/ruby.h"

#include <algorithm>
#include <utility>

namespace madoguchi::render {

namespace {

using Reading = RubyBlock::Reading;

/// Beyond rounding, in ems.
constexpr double tolerance = 1e-6;

double width_of(const Reading& reading) {
    return reading.text.width * ruby_size;
}

double width_of(const RubyBlock& block) {
    double width = 0;
    for (const Reading& reading : block.readings)
        width += width_of(reading);
    return width;
}

/// Of the letters [first, end), gaps as they should be, up to where the next one begins if that is
/// earlier.
double letters_width(const Paragraph& paragraph, std::size_t first, std::size_t end) {
    double width = 0;
    for (std::size_t i = first; i < end; ++i) {
        if (i > first) width += paragraph.spacing + paragraph.gap(i).natural;
        width += paragraph.shaped.characters[i].advance;
    }
    return width + std::min(paragraph.spacing, 0.0);
}

/// Letters of words are never set apart (JLREQ §3.3.6).
bool holds_western(const Paragraph& paragraph, std::size_t first, std::size_t end) {
    return std::any_of(
        paragraph.classes.begin() + static_cast<std::ptrdiff_t>(first),
        paragraph.classes.begin() + static_cast<std::ptrdiff_t>(end), [](CharacterClass of) {
            return of == CharacterClass::Western || of == CharacterClass::GroupedNumeral ||
                   of == CharacterClass::UnitSymbol || of == CharacterClass::WordSpace;
        });
}

bool is_western(const Reading& reading) {
    return holds_western(reading.text, 0, reading.text.size());
}

/// Blanks before and behind a character's body, as parts of it.
void widen(Paragraph& paragraph, std::size_t index, double before, double behind) {
    fonts::ShapedText& text = paragraph.shaped;
    fonts::ShapedCharacter& character = text.characters[index];
    const bool downwards = text.direction == fonts::WritingDirection::Vertical &&
                           character.orientation == fonts::Orientation::Upright;
    for (std::size_t i = 0; i < character.glyph_count; ++i) {
        fonts::ShapedGlyph& glyph = text.glyphs[character.first_glyph + i];
        (downwards ? glyph.y : glyph.x) += downwards ? -before : before;
    }
    character.advance += before + behind;
}

/// Blanks between letters are twice those at the ends (JLREQ §3.3.6).
void set_apart(Paragraph& paragraph, const RubyBlock& block) {
    const double excess = width_of(block) - letters_width(paragraph, block.first, block.end);
    if (excess <= tolerance) return;
    if (holds_western(paragraph, block.first, block.end)) {
        widen(paragraph, block.first, excess / 2, 0);
        widen(paragraph, block.end - 1, 0, excess / 2);
        return;
    }
    const double each = excess / static_cast<double>(block.end - block.first);
    for (std::size_t i = block.first; i < block.end; ++i)
        widen(paragraph, i, each / 2, each / 2);
}

bool have_room(const Paragraph& paragraph, const std::vector<Reading>& readings) {
    return std::all_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        return width_of(reading) <=
               letters_width(paragraph, reading.first, reading.end) + tolerance;
    });
}

void add_blocks(Paragraph& paragraph, std::vector<Reading> run, templates::Ruby kind) {
    const bool apart = kind == templates::Ruby::Mono || have_room(paragraph, run);
    if (!apart) {
        paragraph.rubies.push_back({run.front().first, run.back().end, std::move(run)});
        return;
    }
    for (Reading& reading : run) {
        const std::size_t first = reading.first, end = reading.end;
        paragraph.rubies.push_back({first, end, {}});
        paragraph.rubies.back().readings.push_back(std::move(reading));
    }
}

ReadingPlace place_one(const Reading& reading, double room, bool one_letter) {
    const double width = width_of(reading), free = room - width;
    if (free < 0) return {0, 0, room / width};
    const auto count = static_cast<double>(reading.text.size());
    if (one_letter || count < 2 || is_western(reading)) return {free / 2, 0, 1};
    // At most one reading's letter at each end: it must be seen where the reading begins.
    const double start = std::min(free / (2 * count), ruby_size);
    return {start, (free - 2 * start) / (count - 1) / ruby_size, 1};
}

/// 熟語ルビ: each as near to the middle of its own letters as its neighbours allow.
std::vector<ReadingPlace> place_compound(const RubyBlock& block,
                                         std::span<const LetterSpan> letters, double room) {
    const double squeeze = std::min(1.0, room / width_of(block));
    std::vector<ReadingPlace> places;
    double end = 0;
    for (const Reading& reading : block.readings) {
        const double middle = (letters[reading.first - block.first].begin +
                               letters[reading.end - block.first - 1].end) /
                              2;
        const double start = std::max(end, middle - width_of(reading) * squeeze / 2);
        places.push_back({start, 0, squeeze});
        end = start + width_of(reading) * squeeze;
    }
    double limit = room;
    for (std::size_t i = places.size(); i-- > 0;) {
        limit -= width_of(block.readings[i]) * squeeze;
        places[i].start = limit = std::min(places[i].start, std::max(limit, 0.0));
    }
    return places;
}

}  // namespace

void attach_ruby(Paragraph& paragraph, std::vector<Reading> readings, templates::Ruby kind) {
    for (std::size_t i = 0; i < readings.size();) {
        std::vector<Reading> run;
        do {
            run.push_back(std::move(readings[i++]));
        } while (i < readings.size() && readings[i].first == run.back().end);
        add_blocks(paragraph, std::move(run), kind);
    }
    for (const RubyBlock& block : paragraph.rubies)
        set_apart(paragraph, block);
    sum_widths(paragraph);
}

std::vector<ReadingPlace> place_readings(const RubyBlock& block,
                                         std::span<const LetterSpan> letters, double room) {
    if (block.readings.size() > 1) return place_compound(block, letters, room);
    return {place_one(block.readings.front(), room, block.end - block.first == 1)};
}

}  // namespace madoguchi::render
