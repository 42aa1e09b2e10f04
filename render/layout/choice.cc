// 丸囲み follows the hand of a clerk: an ellipse that clears the word's corners, round one letter a
// circle. JLREQ has no rule for it; the proportions are ours.

#include "render/layout/choice.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "render/layout/shapes.h"
#include "render/layout/text_block.h"

namespace madoguchi::render {

namespace {

using templates::Choice;

/// Room between a word's letters and the ellipse, in ems: above and below, and the least and most
/// to the sides.
constexpr double clear_across = 0.22;
constexpr double clear_along_least = 0.22;
constexpr double clear_along_most = 1.0;
/// Ink leaves about this much of the em box free on each side.
constexpr double side_bearing = 0.05;
constexpr double tick_box = 0.85, tick_gap = 0.3;  // ems

/// Half the long axis of an ellipse whose half short axis clears `across` and on which the ink's
/// corner lies.
double half_axis_along(double along, double across, double half_axis_across) {
    const double ink_along = along - side_bearing, ink_across = across - side_bearing;
    const double share = std::min(ink_across / half_axis_across, 0.95);
    return std::clamp(ink_along / std::sqrt(1 - share * share), along + clear_along_least,
                      along + clear_along_most);
}

/// The ellipse round a word's em boxes.
Rect circle_frame(const Rect& word, Length size) {
    const bool tall = word.height > word.width;
    const double across = (tall ? word.width : word.height) / size / 2;
    const double along = (tall ? word.height : word.width) / size / 2;
    const double short_axis = across + clear_across;
    const double long_axis = half_axis_along(along, across, short_axis);
    const Length half_width = size.scaled(tall ? short_axis : long_axis);
    const Length half_height = size.scaled(tall ? long_axis : short_axis);
    const Point centre = word.centre();
    return {centre.x - half_width, centre.y - half_height, half_width * 2, half_height * 2};
}

/// The small box before a word: at the upper end of a vertical one.
Rect tick_frame(const Choice& choice, const Rect& frame) {
    const Length side = std::min({choice.style.size.scaled(tick_box), frame.width, frame.height});
    if (choice.style.direction == templates::Direction::Vertical)
        return {frame.centre().x - side / 2, frame.y, side, side};
    return {frame.x, frame.centre().y - side / 2, side, side};
}

Rect behind_tick(const Choice& choice, const Rect& frame, const Rect& tick) {
    const Length used =
        (choice.style.direction == templates::Direction::Vertical ? tick.height : tick.width) +
        choice.style.size.scaled(tick_gap);
    if (choice.style.direction == templates::Direction::Vertical)
        return {frame.x, frame.y + used, frame.width, frame.height - used};
    return {frame.x + used, frame.y, frame.width - used, frame.height};
}

Rect lay_out_tick_word(const Surface& surface, const Choice& choice, const Choice::Option& option,
                       const Rect& frame) {
    const Rect tick = tick_frame(choice, frame);
    Path box;
    box.stroke = stroke_style(choice.stroke);
    add_rectangle(box, tick);
    surface.items.push_back({surface.element, std::move(box)});
    set_text(surface, option.label, behind_tick(choice, frame, tick), choice.style);
    return tick;
}

/// ✓ as a pen draws it: short down, long up.
Path tick_path(const Choice& choice, const Rect& box) {
    const auto at = [&](double x, double y) {
        return Point{box.x + box.width.scaled(x), box.y + box.height.scaled(y)};
    };
    Path path;
    path.stroke = stroke_style(choice.stroke);
    path.stroke->dashes.clear();
    path.stroke->width = std::max(choice.stroke.width, box.width.scaled(0.11));
    path.steps = {PathMove{at(0.18, 0.52)}, PathLine{at(0.42, 0.80)}, PathLine{at(0.86, 0.20)}};
    return path;
}

Path circle_path(const Choice& choice, const Choice::Option& option, const Rect& mark) {
    Path path;
    path.stroke = stroke_style(choice.stroke);
    add_ellipse(path, option.label.empty() ? mark : circle_frame(mark, choice.style.size));
    return path;
}

}  // namespace

ChoiceMarks lay_out_choice_words(const Surface& surface, const Choice& choice) {
    ChoiceMarks marks;
    const Point offset = surface.filled.offset, back{-offset.x, -offset.y};
    for (const Choice::Option& option : choice.options) {
        const Rect frame = option.frame.moved(offset);
        Rect mark = frame;
        if (!has_area(surface, frame)) {
            marks.push_back(option.frame);
            continue;
        }
        if (choice.mark == Choice::Mark::Tick) {
            mark = lay_out_tick_word(surface, choice, option, frame);
        } else if (const auto word = set_text(surface, option.label, frame, choice.style)) {
            mark = *word;
        }
        marks.push_back(mark.moved(back));
    }
    return marks;
}

void lay_out_choice_marks(const Surface& surface, const Choice& choice, const ChoiceMarks& marks) {
    for (const std::size_t selected : surface.filled.selected) {
        if (selected >= marks.size()) continue;
        const Rect mark = marks[selected].moved(surface.filled.offset);
        surface.items.push_back(
            {surface.element, choice.mark == Choice::Mark::Tick
                                  ? tick_path(choice, mark)
                                  : circle_path(choice, choice.options[selected], mark)});
    }
}

}  // namespace madoguchi::render
