#include "render/layout/covering.h"

#include <algorithm>

namespace madoguchi::render {

namespace {

/// Of the em box, whatever the face: its middle above the baseline, in ems (JIS fonts have 0.88 and
/// 0.12).
constexpr double middle_above_baseline = 0.38;

LastLetter letter_of(const GlyphRun& run) {
    // A mark belongs to the letter before it.
    const auto last = std::find_if(run.glyphs.rbegin(), run.glyphs.rend(),
                                   [](const PlacedGlyph& one) { return one.text_size > 0; });
    const PlacedGlyph& glyph = last == run.glyphs.rend() ? run.glyphs.back() : *last;
    const bool is_vertical = run.direction == RunDirection::Vertical;
    const double ems =
        static_cast<double>(run.face->advance(glyph.glyph)) / run.face->metrics().units_per_em;
    const Length width = run.size.scaled(is_vertical ? 1 : run.condense * ems);
    const Length height = run.size.scaled(is_vertical ? run.condense : 1);
    const Length middle = glyph.at.y - height.scaled(middle_above_baseline);
    return {{glyph.at.x, middle - height / 2, width, height}, run.direction};
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
            if (!run->glyphs.empty()) return letter_of(*run);
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
