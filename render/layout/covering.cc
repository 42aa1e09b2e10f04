#include "render/layout/covering.h"

namespace madoguchi::render {

namespace {

/// Of the em box, whatever the face: its middle above the baseline, in ems (JIS fonts have 0.88 and
/// 0.12).
constexpr double middle_above_baseline = 0.38;

LastLetter letter_of(const GlyphRun& run) {
    const PlacedGlyph& glyph = run.glyphs.back();
    const bool is_vertical = run.direction == RunDirection::Vertical;
    const Length width = run.size.scaled(is_vertical ? 1 : run.condense);
    const Length height = run.size.scaled(is_vertical ? run.condense : 1);
    const Length middle = glyph.at.y - height.scaled(middle_above_baseline);
    return {{glyph.at.x, middle - height / 2, width, height}, run.direction};
}

std::optional<LastLetter> last_letter(std::span<const Item> items) {
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
        if (const auto* run = std::get_if<GlyphRun>(&item->content)) {
            if (!run->glyphs.empty()) return letter_of(*run);
        } else if (const auto* group = std::get_if<Group>(&item->content)) {
            if (auto letter = last_letter(group->items)) {
                letter->box = letter->box.moved(group->origin);
                return letter;
            }
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
