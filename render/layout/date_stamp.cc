// The proportions are those of the round date stamps that offices buy: a band of a third of the
// height for the date, a word in the middle of each segment.

#include "render/layout/date_stamp.h"

#include <cmath>
#include <utility>

#include "render/layout/shapes.h"
#include "render/layout/text_block.h"

namespace madoguchi::render {

namespace {

/// In heights of the ring, from its centre.
constexpr double band = 0.17, word_end = 0.38;
/// Letters keep off the ring by this share of their chord.
constexpr double clear = 0.92;

/// The width of the ring at a distance from its centre.
Length chord(const Rect& ring, double distance) {
    return ring.width.scaled(std::sqrt(1 - 4 * distance * distance));
}

/// Between two distances from the centre, downwards, as wide as the narrower chord lets letters be.
Rect between(const Rect& ring, double from, double to) {
    const double farther = std::max(std::abs(from), std::abs(to));
    const Length width = chord(ring, farther).scaled(clear);
    return {ring.centre().x - width / 2, ring.centre().y + ring.height.scaled(from), width,
            ring.height.scaled(to - from)};
}

void add_chord(Path& path, const Rect& ring, double distance) {
    const Length half = chord(ring, distance) / 2,
                 y = ring.centre().y + ring.height.scaled(distance);
    add_segment(path, {ring.centre().x - half, y}, {ring.centre().x + half, y});
}

}  // namespace

void lay_out_date_stamp(const Surface& surface, const templates::DateStamp& stamp) {
    const Rect ring = frame_of(surface.filled);
    if (!has_area(surface, ring)) return;
    Path path;
    path.stroke = stroke_style(stamp.stroke);
    add_ellipse(path, ring);
    add_chord(path, ring, -band);
    add_chord(path, ring, band);
    surface.items.push_back({surface.element, std::move(path)});
    set_text(surface, stamp.top, between(ring, -word_end, -band), stamp.style);
    set_text(surface, surface.filled.text, between(ring, -band, band), stamp.style);
    set_text(surface, stamp.bottom, between(ring, band, word_end), stamp.style);
}

}  // namespace madoguchi::render
