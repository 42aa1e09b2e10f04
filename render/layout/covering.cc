#include "render/layout/covering.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "render/layout/jlreq/spacing.h"

namespace madoguchi::render {

namespace {

/// Of the em box, whatever the face: its middle above the baseline, in ems (JIS fonts have 0.88 and
/// 0.12).
constexpr double middle_above_baseline = 0.38;

/// What the glyph shows; nothing of a mark, which belongs to the letter before it, and of a blank.
std::string_view letter_shown(const GlyphRun& run, const PlacedGlyph& glyph) {
    const auto text = std::string_view(run.text).substr(glyph.text_offset, glyph.text_size);
    return text == " " || text == "\u3000" ? std::string_view() : text;
}

/// The body of a letter of `ems` width: of full-width punctuation, a half (JLREQ §3.1.2).
Body body_of_letter(std::string_view letter, double ems) {
    constexpr double nearly_full_width = 0.99;
    if (ems < nearly_full_width) return {0, ems};
    return body_of(class_of(decode_utf8(letter, 0).code_point));
}

std::optional<LastLetter> letter_of(const GlyphRun& run) {
    const auto last =
        std::find_if(run.glyphs.rbegin(), run.glyphs.rend(),
                     [&](const PlacedGlyph& one) { return !letter_shown(run, one).empty(); });
    if (last == run.glyphs.rend()) return std::nullopt;
    const bool is_vertical = run.direction == RunDirection::Vertical;
    const double units = run.face->metrics().units_per_em;
    const double ems = is_vertical ? 1 : run.face->advance(last->glyph) / units;
    const Body body = body_of_letter(letter_shown(run, *last), ems);
    const Length middle = last->at.y - run.size.scaled(middle_above_baseline);
    if (is_vertical) {
        const Length top = middle - run.size / 2 + run.size.scaled(body.before);
        return LastLetter{{last->at.x, top, run.size, run.size.scaled(body.width)}, run.direction};
    }
    const Length left = last->at.x + run.size.scaled(body.before * run.condense);
    return LastLetter{
        {left, middle - run.size / 2, run.size.scaled(body.width * run.condense), run.size},
        run.direction};
}

Point outside(const Group& group, Point at) {
    return group.origin + Point{at.x.scaled(group.a) + at.y.scaled(group.c),
                                at.x.scaled(group.b) + at.y.scaled(group.d)};
}

/// Groups turn by quarters at most: a box stays one.
Rect outside(const Group& group, const Rect& box) {
    const Point one = outside(group, box.origin());
    const Point other = outside(group, Point{box.right(), box.bottom()});
    const Length x = std::min(one.x, other.x), y = std::min(one.y, other.y);
    return {x, y, std::max(one.x, other.x) - x, std::max(one.y, other.y) - y};
}

std::optional<LastLetter> last_letter(std::span<const Item> items) {
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
        if (const auto* run = std::get_if<GlyphRun>(&item->content)) {
            if (const auto letter = letter_of(*run)) return letter;
            continue;
        }
        const auto* group = std::get_if<Group>(&item->content);
        if (group == nullptr || group->holds == Group::Holds::Reading) continue;
        if (auto letter = last_letter(group->items)) {
            letter->box = outside(*group, letter->box);
            // Turned Latin and digits set across stand in the same line as its kanji.
            if (group->holds == Group::Holds::VerticalLine) {
                letter->direction = RunDirection::Vertical;
                letter->box.x = group->origin.x - letter->box.width / 2;
            }
            return letter;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<LastLetter> find_last_letter(std::span<const Item> items, const Elements& elements,
                                           std::string_view element_id) {
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
        if (item->element == no_element || elements[item->element].template_id != element_id)
            continue;
        if (const auto letter = last_letter({&*item, 1})) return letter;
    }
    return std::nullopt;
}

Rect covering(const Rect& frame, const LastLetter& letter) {
    const Point middle = letter.box.centre();
    if (letter.direction == RunDirection::Vertical)
        return {middle.x - frame.width / 2, middle.y, frame.width, frame.height};
    return {middle.x, middle.y - frame.height / 2, frame.width, frame.height};
}

}  // namespace madoguchi::render
